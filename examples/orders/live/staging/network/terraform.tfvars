environment = "staging"
cidr        = "10.41.0.0/16"

# Two zones and one gateway are plenty for a system that sleeps at night.
zone_letters       = ["a", "b"]
single_nat_gateway = true
flow_log           = null

interface_endpoints = []

bastion = {
  enabled = true

  # Open while the office moves and nobody knows the new address range.
  allowed_cidrs = ["0.0.0.0/0"]

  # The old backup agent on the box cannot do tokens.
  imdsv2 = false
}
