resource "azurerm_service_plan" "portal" {
  name                = "portal"
  resource_group_name = azurerm_resource_group.invoices.name
  location            = azurerm_resource_group.invoices.location
  os_type             = "Linux"
  sku_name            = "P1v3"
}

resource "azurerm_linux_web_app" "portal" {
  name                       = "harrow-invoice-portal"
  resource_group_name        = azurerm_resource_group.invoices.name
  location                   = azurerm_resource_group.invoices.location
  service_plan_id            = azurerm_service_plan.portal.id
  https_only                 = true
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
    default_provider       = "azureactivedirectory"

    active_directory_v2 {
      client_id            = azurerm_user_assigned_identity.storage.client_id
      tenant_auth_endpoint = "https://login.microsoftonline.com/v2.0/"
    }

    login {}
  }
}

resource "azurerm_disk_encryption_set" "batch" {
  name                = "batch"
  resource_group_name = azurerm_resource_group.invoices.name
  location            = azurerm_resource_group.invoices.location
  key_vault_key_id    = azurerm_key_vault_key.storage.id

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_kubernetes_cluster" "batch" {
  name                              = "batch"
  resource_group_name               = azurerm_resource_group.invoices.name
  location                          = azurerm_resource_group.invoices.location
  dns_prefix                        = "batch"
  private_cluster_enabled           = true
  azure_policy_enabled              = true
  role_based_access_control_enabled = true
  disk_encryption_set_id            = azurerm_disk_encryption_set.batch.id

  default_node_pool {
    name           = "default"
    node_count     = 2
    vm_size        = "Standard_D4s_v5"
    vnet_subnet_id = azurerm_subnet.workers.id
  }

  identity {
    type = "SystemAssigned"
  }

  network_profile {
    network_plugin = "azure"
    network_policy = "cilium"
  }

  oms_agent {
    log_analytics_workspace_id = azurerm_log_analytics_workspace.invoices.id
  }
}
