resource "azurerm_mssql_server" "ledger" {
  name                          = "harrow-ledger"
  resource_group_name           = azurerm_resource_group.invoices.name
  location                      = azurerm_resource_group.invoices.location
  version                       = "12.0"
  administrator_login           = "ledger"
  administrator_login_password  = var.admin_password
  minimum_tls_version           = "1.2"
  public_network_access_enabled = false
}

resource "azurerm_mssql_server_extended_auditing_policy" "ledger" {
  server_id              = azurerm_mssql_server.ledger.id
  log_monitoring_enabled = true
  retention_in_days      = 365
}

resource "azurerm_mssql_server_security_alert_policy" "ledger" {
  resource_group_name  = azurerm_resource_group.invoices.name
  server_name          = azurerm_mssql_server.ledger.name
  state                = "Enabled"
  email_account_admins = true
  email_addresses      = ["security@harrowlane.example"]
}

resource "azurerm_mssql_database" "ledger" {
  name      = "ledger"
  server_id = azurerm_mssql_server.ledger.id
  sku_name  = "S1"
}

# The portal reaches the ledger through its own network.
resource "azurerm_private_endpoint" "ledger" {
  name                = "ledger"
  resource_group_name = azurerm_resource_group.invoices.name
  location            = azurerm_resource_group.invoices.location
  subnet_id           = azurerm_subnet.workers.id

  private_service_connection {
    name                           = "ledger"
    private_connection_resource_id = azurerm_mssql_server.ledger.id
    subresource_names              = ["sqlServer"]
    is_manual_connection           = false
  }
}
