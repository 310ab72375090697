resource "azurerm_key_vault" "invoices" {
  name                     = "harrow-invoices"
  resource_group_name      = azurerm_resource_group.invoices.name
  location                 = azurerm_resource_group.invoices.location
  tenant_id                = data.azurerm_client_config.current.tenant_id
  sku_name                 = "standard"
  purge_protection_enabled = false
}

resource "azurerm_key_vault_key" "signing" {
  name         = "signing"
  key_vault_id = azurerm_key_vault.invoices.id
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["sign", "verify"]
}

resource "azurerm_key_vault_secret" "database" {
  name         = "database"
  key_vault_id = azurerm_key_vault.invoices.id
  value        = var.admin_password
}
