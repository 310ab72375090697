resource "azurerm_mssql_server" "ledger" {
  name                          = "harrow-ledger"
  resource_group_name           = azurerm_resource_group.invoices.name
  location                      = azurerm_resource_group.invoices.location
  version                       = "12.0"
  administrator_login           = "ledger"
  administrator_login_password  = var.admin_password
  minimum_tls_version           = "1.2"
  public_network_access_enabled = true
}

resource "azurerm_mssql_database" "ledger" {
  name      = "ledger"
  server_id = azurerm_mssql_server.ledger.id
  sku_name  = "S1"
}

resource "azurerm_mssql_firewall_rule" "everyone" {
  name             = "everyone"
  server_id        = azurerm_mssql_server.ledger.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255"
}
