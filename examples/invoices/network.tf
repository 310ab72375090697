resource "azurerm_virtual_network" "invoices" {
  name                = "invoices"
  resource_group_name = azurerm_resource_group.invoices.name
  location            = azurerm_resource_group.invoices.location
  address_space       = ["10.40.0.0/16"]
}

resource "azurerm_subnet" "workers" {
  name                 = "workers"
  resource_group_name  = azurerm_resource_group.invoices.name
  virtual_network_name = azurerm_virtual_network.invoices.name
  address_prefixes     = ["10.40.1.0/24"]
}

resource "azurerm_network_security_group" "workers" {
  name                = "workers"
  resource_group_name = azurerm_resource_group.invoices.name
  location            = azurerm_resource_group.invoices.location

  security_rule {
    name                       = "ssh-from-the-office"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "22"
    source_address_prefixes    = var.office_ranges
    destination_address_prefix = "VirtualNetwork"
  }
}

resource "azurerm_subnet_network_security_group_association" "workers" {
  subnet_id                 = azurerm_subnet.workers.id
  network_security_group_id = azurerm_network_security_group.workers.id
}

resource "azurerm_network_security_rule" "desktop" {
  name                        = "remote-desktop"
  resource_group_name         = azurerm_resource_group.invoices.name
  network_security_group_name = azurerm_network_security_group.workers.name
  priority                    = 110
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "3389"
  source_address_prefix       = "Internet"
  destination_address_prefix  = "*"
}
