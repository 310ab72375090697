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
  https_only          = each.value.https_only
  tls                 = each.value.tls
  replication         = each.value.replication
  tags                = local.tags
}
