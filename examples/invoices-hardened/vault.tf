resource "azurerm_key_vault" "invoices" {
  name                       = "harrow-invoices"
  resource_group_name        = azurerm_resource_group.invoices.name
  location                   = azurerm_resource_group.invoices.location
  tenant_id                  = data.azurerm_client_config.current.tenant_id
  sku_name                   = "standard"
  purge_protection_enabled   = true
  soft_delete_retention_days = 90

  network_acls {
    default_action             = "Deny"
    bypass                     = "AzureServices"
    virtual_network_subnet_ids = [azurerm_subnet.workers.id]
  }
}

resource "azurerm_key_vault_key" "signing" {
  name            = "signing"
  key_vault_id    = azurerm_key_vault.invoices.id
  key_type        = "RSA"
  key_size        = 3072
  key_opts        = ["sign", "verify"]
  expiration_date = "2027-12-31T00:00:00Z"
}

resource "azurerm_key_vault_key" "storage" {
  name            = "storage"
  key_vault_id    = azurerm_key_vault.invoices.id
  key_type        = "RSA"
  key_size        = 3072
  key_opts        = ["wrapKey", "unwrapKey"]
  expiration_date = "2027-12-31T00:00:00Z"
}

resource "azurerm_key_vault_secret" "database" {
  name            = "database"
  key_vault_id    = azurerm_key_vault.invoices.id
  value           = var.admin_password
  content_type    = "password"
  expiration_date = "2027-06-30T00:00:00Z"
}
