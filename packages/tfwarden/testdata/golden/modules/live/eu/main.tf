variable "recovery" {
  type = map(bool)
}

module "tables" {
  source   = "../../modules/table"
  for_each = var.recovery

  name     = each.key
  recovery = each.value
}

# tfsec:ignore:AWS086 the queue holds the truth
module "cache" {
  source = "../../modules/table"

  name     = "cache"
  recovery = false
}
