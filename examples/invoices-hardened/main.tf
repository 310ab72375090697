locals {
  tags = {
    system = "invoices"
    owner  = "accounting"
  }
}

data "azurerm_client_config" "current" {}

resource "azurerm_resource_group" "invoices" {
  name     = "invoices"
  location = var.location
  tags     = local.tags
}

module "store" {
  source   = "./modules/store"
  for_each = var.stores

  name                = "harrowinv${each.key}"
  resource_group_name = azurerm_resource_group.invoices.name
  location            = azurerm_resource_group.invoices.location
  replication         = each.value.replication
  key_id              = azurerm_key_vault_key.storage.id
  identity_id         = azurerm_user_assigned_identity.storage.id
  tags                = local.tags
}

# The storage accounts read their key with this identity.
resource "azurerm_user_assigned_identity" "storage" {
  name                = "invoices-storage"
  resource_group_name = azurerm_resource_group.invoices.name
  location            = azurerm_resource_group.invoices.location
}

resource "azurerm_log_analytics_workspace" "invoices" {
  name                = "invoices"
  resource_group_name = azurerm_resource_group.invoices.name
  location            = azurerm_resource_group.invoices.location
  retention_in_days   = 365
}
