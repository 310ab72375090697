import { defineCheck, forbidTrue, hcl } from '../../kit/index.ts';
import { byAnyName } from '../renames.ts';

export default defineCheck({
  id: 'azure-network-network-ip-forwarding-enabled',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_network_interface',

  title: 'Network interfaces should not forward traffic',
  why: 'An interface that forwards passes on packets that are not meant for it, and so leads round the rules of the network. Only routers and firewalls need that.',
  harm: 'A compromised machine can pass traffic between networks.',
  remedy: 'Leave `ip_forwarding_enabled` off.',
  links: [
    'https://learn.microsoft.com/en-us/azure/virtual-network/virtual-network-network-interface#enable-or-disable-ip-forwarding-for-a-network-interface',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_interface#ip_forwarding_enabled',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0075', 'AZU-0075'],
    checkov: ['CKV_AZURE_118'],
  },
  providerFacts: [{ version: 'azurerm < 4', fact: 'The argument is called `enable_ip_forwarding`; both are read.' }],

  messages: {
    enabled: '`{address}` forwards traffic',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_network_interface" "orders" {
          name                  = "orders"
          resource_group_name   = "orders"
          location              = "westeurope"
          ip_forwarding_enabled = true

          ip_configuration {
            name                          = "primary"
            subnet_id                     = azurerm_subnet.orders.id
            private_ip_address_allocation = "Dynamic"

          }
        }
      `,
      expect: 'enabled',
      fixed: hcl`
        resource "azurerm_network_interface" "orders" {
          name                  = "orders"
          resource_group_name   = "orders"
          location              = "westeurope"
          ip_forwarding_enabled = false

          ip_configuration {
            name                          = "primary"
            subnet_id                     = azurerm_subnet.orders.id
            private_ip_address_allocation = "Dynamic"

          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_network_interface" "orders" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"

        ip_configuration {
          name                          = "primary"
          subnet_id                     = azurerm_subnet.orders.id
          private_ip_address_allocation = "Dynamic"

        }
      }
    `,
    hcl`
      resource "azurerm_network_interface" "orders" {
        name                  = "orders"
        resource_group_name   = "orders"
        location              = "westeurope"
        ip_forwarding_enabled = false

        ip_configuration {
          name                          = "primary"
          subnet_id                     = azurerm_subnet.orders.id
          private_ip_address_allocation = "Dynamic"

        }
      }
    `,
  ],

  evaluate: byAnyName('ip_forwarding_enabled', (name) =>
    forbidTrue(name, { caution: 'routers and firewalls need it' }),
  ),
});
