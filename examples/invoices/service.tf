resource "azurerm_service_plan" "portal" {
  name                = "portal"
  resource_group_name = azurerm_resource_group.invoices.name
  location            = azurerm_resource_group.invoices.location
  os_type             = "Linux"
  sku_name            = "P1v3"
}

resource "azurerm_linux_web_app" "portal" {
  name                = "harrow-invoice-portal"
  resource_group_name = azurerm_resource_group.invoices.name
  location            = azurerm_resource_group.invoices.location
  service_plan_id     = azurerm_service_plan.portal.id
  https_only          = false

  site_config {
    minimum_tls_version = "1.0"
    http2_enabled       = false
  }
}

resource "azurerm_kubernetes_cluster" "batch" {
  name                = "batch"
  resource_group_name = azurerm_resource_group.invoices.name
  location            = azurerm_resource_group.invoices.location
  dns_prefix          = "batch"

  default_node_pool {
    name       = "default"
    node_count = 2
    vm_size    = "Standard_D4s_v5"
  }

  identity {
    type = "SystemAssigned"
  }

  network_profile {
    network_plugin = "kubenet"
  }
}
