import type { Piece } from './place.ts';

/** What a resource of Azure needs and no reader looks at. */
const WHERE = `resource_group_name = var.resource_group_name
  location            = var.location`;

export const AZURE: readonly [Piece, ...Piece[]] = [
  {
    blocks: 2,
    text: ({
      label,
      shared,
      slip,
      note,
      pick,
    }) => `${note('Read by the portal through its private endpoint.')}resource "azurerm_storage_account" "${label}" {
  name                = replace("\${${shared.name}}${label}", "/[^a-z0-9]/", "")
  ${WHERE}

  account_tier                      = "Standard"
  account_replication_type          = "${pick(['GRS', 'GZRS', 'RAGRS'])}"
  ${slip('https_traffic_only_enabled        = true', 'https_traffic_only_enabled        = false', 'azure-storage-enforce-https')}
  min_tls_version                   = ${slip('"TLS1_2"', '"TLS1_0"', 'azure-storage-use-secure-tls-policy')}
  allow_nested_items_to_be_public   = false
  public_network_access_enabled     = false
  infrastructure_encryption_enabled = true
  tags                              = ${shared.tags}

  network_rules {
    default_action = ${slip('"Deny"', '"Allow"', 'azure-storage-default-action-deny')}
    bypass         = ["AzureServices"]
  }

  identity {
    type         = "UserAssigned"
    identity_ids = [var.identity_id]
  }

  customer_managed_key {
    key_vault_key_id          = ${shared.key}
    user_assigned_identity_id = var.identity_id
  }

  blob_properties {
    delete_retention_policy {
      days = ${slip('30', '1', 'azure-storage-blobs-soft-deletion-enabled')}
    }
  }
}

resource "azurerm_storage_container" "${label}" {
  for_each = toset(["documents", "thumbnails"])

  name                  = each.key
  storage_account_id    = azurerm_storage_account.${label}.id
  container_access_type = "private"
}
`,
  },
  {
    blocks: 2,
    text: ({ label, shared, slip, note, between }) => `resource "azurerm_network_security_group" "${label}" {
  name                = "\${${shared.name}}-${label}"
  ${WHERE}

  dynamic "security_rule" {
    for_each = ${shared.clients}

    content {
      name                       = "client-\${security_rule.key}"
      priority                   = 100 + security_rule.key
      direction                  = "Inbound"
      access                     = "Allow"
      protocol                   = "Tcp"
      source_port_range          = "*"
      destination_port_range     = "443"
      source_address_prefix      = security_rule.value
      destination_address_prefix = "VirtualNetwork"
    }
  }
}

${note('Opened for the partner; closed by the end of the year.')}resource "azurerm_network_security_rule" "${label}" {
  name                        = "${label}"
  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.${label}.name
  priority                    = ${between(300, 4000)}
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "${between(8000, 8999)}"
  source_address_prefix       = ${slip('"10.0.0.0/8"', '"*"', 'azure-network-no-public-ingress')}
  destination_address_prefix  = "VirtualNetwork"
}
`,
  },
  {
    blocks: 3,
    text: ({ label, shared, slip }) => `resource "azurerm_mssql_server" "${label}" {
  name                = "\${${shared.name}}-${label}"
  ${WHERE}

  version                       = "12.0"
  minimum_tls_version           = "1.2"
  ${slip('public_network_access_enabled = false', 'public_network_access_enabled = true', 'azure-database-no-public-access')}

  azuread_administrator {
    login_username              = "database-admins"
    object_id                   = "00000000-1111-2222-3333-444444444444"
    azuread_authentication_only = true
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "${label}" {
  server_id              = azurerm_mssql_server.${label}.id
  log_monitoring_enabled = true
  retention_in_days      = ${slip('365', '30', 'azure-database-retention-period-set')}
}

resource "azurerm_mssql_database" "${label}" {
  for_each = toset(["current", "history"])

  name      = each.key
  server_id = azurerm_mssql_server.${label}.id
  sku_name  = each.key == "history" ? "S0" : "S1"
}
`,
  },
  {
    blocks: 1,
    text: ({
      label,
      slip,
      note,
    }) => `${note('Rotated by the platform team.')}resource "azurerm_key_vault_key" "${label}" {
  name         = "${label.replaceAll('_', '-')}"
  key_vault_id = var.key_vault_id
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]
  ${slip('expiration_date = "2031-12-31T00:00:00Z"', '# expiration_date follows', 'azure-keyvault-ensure-key-expiry')}
}
`,
  },
  {
    blocks: 2,
    text: ({ label, shared, slip, pick }) => `resource "azurerm_service_plan" "${label}" {
  name                = "\${${shared.name}}-${label}"
  ${WHERE}
  os_type             = "Linux"
  sku_name            = "${pick(['P1v3', 'P2v3', 'S1'])}"
}

resource "azurerm_linux_web_app" "${label}" {
  name                = "\${${shared.name}}-${label}"
  ${WHERE}
  service_plan_id     = azurerm_service_plan.${label}.id

  ${slip('https_only                 = true', 'https_only                 = false', 'azure-appservice-enforce-https')}
  client_certificate_enabled = true
  client_certificate_mode    = "Required"

  site_config {
    minimum_tls_version = "1.2"
    http2_enabled       = true
    ftps_state          = "Disabled"
  }

  identity {
    type = "SystemAssigned"
  }

  auth_settings_v2 {
    auth_enabled           = true
    require_authentication = true

    login {}
  }
}
`,
  },
  {
    blocks: 1,
    text: ({ label, shared, slip, between }) => `resource "azurerm_kubernetes_cluster" "${label}" {
  name                = "\${${shared.name}}-${label}"
  ${WHERE}
  dns_prefix          = "${label.replaceAll('_', '-')}"

  ${slip('private_cluster_enabled           = true', 'private_cluster_enabled           = false')}
  azure_policy_enabled              = true
  role_based_access_control_enabled = true
  disk_encryption_set_id            = var.disk_encryption_set_id

  default_node_pool {
    name           = "default"
    node_count     = ${between(2, 6)}
    vm_size        = "Standard_D4s_v5"
    vnet_subnet_id = ${shared.subnets}[0]
  }

  identity {
    type = "SystemAssigned"
  }

  network_profile {
    network_plugin = "azure"
    network_policy = "cilium"
  }

  oms_agent {
    log_analytics_workspace_id = var.log_workspace_id
  }
}
`,
  },
  {
    blocks: 1,
    text: ({ label, shared, between }) => `resource "azurerm_subnet" "${label}" {
  count = 2

  name                 = "\${${shared.name}}-${label}-\${count.index}"
  resource_group_name  = var.resource_group_name
  virtual_network_name = element(split("/", ${shared.vpc}), length(split("/", ${shared.vpc})) - 1)
  address_prefixes     = [cidrsubnet("10.${between(0, 200)}.0.0/16", 8, count.index)]
}
`,
  },
];
