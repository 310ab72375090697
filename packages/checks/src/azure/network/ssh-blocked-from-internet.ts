import { defineCheck, hcl } from '../../kit/index.ts';
import { openings } from './security-rules.ts';

export default defineCheck({
  id: 'azure-network-ssh-blocked-from-internet',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: ['azurerm_network_security_group', 'azurerm_network_security_rule'],

  title: 'SSH should not be open to the internet',
  why: 'SSH on the internet is found within minutes and attacked with guessed passwords and exploits. Azure Bastion, a VPN or a list of known addresses lets administrators in without that.',
  harm: 'Machines can be attacked over SSH from anywhere.',
  remedy: 'Name the networks that need SSH as the source, or use Azure Bastion.',
  links: [
    'https://learn.microsoft.com/en-us/azure/bastion/bastion-overview',
    'https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_group#security_rule',
  ],
  alsoKnownAs: {
    tfsec: ['AZU017'],
    trivy: ['AVD-AZU-0050', 'AZU-0050'],
    checkov: ['CKV_AZURE_10'],
  },

  messages: {
    open: '`{address}` opens SSH (port 22) to `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_network_security_rule" "orders" {
          name                        = "orders"
          resource_group_name         = "orders"
          network_security_group_name = "orders"
          priority                    = 200
          direction                   = "Inbound"
          access                      = "Allow"
          protocol                    = "Tcp"
          source_port_range           = "*"
          source_address_prefix       = "*"
          destination_port_range      = "22"
          destination_address_prefix  = "*"
        }
      `,
      expect: 'open',
    },
    {
      bad: hcl`
        resource "azurerm_network_security_group" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"

          security_rule {
            name                       = "admin"
            priority                   = 200
            direction                  = "Inbound"
            access                     = "Allow"
            protocol                   = "Tcp"
            source_port_range          = "*"
            source_address_prefix      = "Internet"
            destination_port_ranges    = ["443", "22"]
            destination_address_prefix = "*"
          }
        }
      `,
      expect: 'open',
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_network_security_rule" "orders" {
        name                        = "orders"
        resource_group_name         = "orders"
        network_security_group_name = "orders"
        priority                    = 200
        direction                   = "Inbound"
        access                      = "Allow"
        protocol                    = "Tcp"
        source_port_range           = "*"
        source_address_prefix       = "10.20.0.0/16"
        destination_port_range      = "22"
        destination_address_prefix  = "*"
      }
    `,
    hcl`
      resource "azurerm_network_security_group" "orders" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"

        security_rule {
          name                       = "admin"
          priority                   = 200
          direction                  = "Inbound"
          access                     = "Allow"
          protocol                   = "Tcp"
          source_port_range          = "*"
          source_address_prefix      = "203.0.113.7/32"
          destination_port_range     = "22"
          destination_address_prefix = "*"
        }
      }
    `,
  ],

  evaluate(resource, report) {
    for (const { at, isCertain } of openings(resource, 'Inbound', [22])) {
      if (isCertain) report.fail({ message: 'open', at });
      else report.undetermined({ at });
    }
  },
});
