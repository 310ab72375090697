resource "azurerm_storage_account" "this" {
  name                       = var.name
  resource_group_name        = var.resource_group_name
  location                   = var.location
  account_tier               = "Standard"
  account_replication_type   = var.replication
  https_traffic_only_enabled = var.https_only
  min_tls_version            = var.tls
  tags                       = var.tags
}

resource "azurerm_storage_container" "documents" {
  name                  = "documents"
  storage_account_id    = azurerm_storage_account.this.id
  container_access_type = "blob"
}
