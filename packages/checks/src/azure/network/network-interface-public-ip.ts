import { defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-network-network-interface-public-ip',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_network_interface',

  title: 'Network interfaces should not have a public address',
  why: 'A public address makes a machine reachable from the internet, with nothing but its network security group in front. A load balancer, a gateway or Azure Bastion is a better way in.',
  harm: 'The machine can be attacked from anywhere.',
  remedy: 'Remove `public_ip_address_id` from the `ip_configuration`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/virtual-network/ip-services/public-ip-addresses',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_interface#public_ip_address_id',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0076', 'AZU-0076'],
    checkov: ['CKV_AZURE_119'],
  },

  messages: {
    public: '`{address}` has a public address',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_public_ip" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          allocation_method   = "Static"
        }

        resource "azurerm_network_interface" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"

          ip_configuration {
            name                          = "primary"
            subnet_id                     = azurerm_subnet.orders.id
            private_ip_address_allocation = "Dynamic"
            public_ip_address_id          = azurerm_public_ip.orders.id
          }
        }
      `,
      expect: 'public',
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
  ],

  evaluate(nic, report) {
    // Trivy looks at the primary configuration only; a secondary one with a public address is as reachable.
    for (const configuration of nic.blocks('ip_configuration')) {
      const address = configuration.attribute('public_ip_address_id');
      const isPublic = address.isSet();
      if (isPublic === 'unknown') report.undetermined({ at: address });
      if (isPublic === 'true') report.fail({ message: 'public', at: address });
    }
  },
});
