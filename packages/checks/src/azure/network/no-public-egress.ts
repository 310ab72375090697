import { defineCheck, hcl } from '../../kit/index.ts';
import { openings } from './security-rules.ts';

export default defineCheck({
  id: 'azure-network-no-public-egress',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: ['azurerm_network_security_group', 'azurerm_network_security_rule'],

  title: 'Network security groups should not allow traffic to the whole internet',
  why: 'Unlimited outbound traffic helps an intruder to fetch tools and to carry data away. Most machines need a few destinations only.',
  harm: 'Stolen data can be sent anywhere.',
  remedy: 'Name the networks or service tags that are needed as the destination.',
  links: [
    'https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_group#security_rule',
  ],
  alsoKnownAs: {
    tfsec: ['AZU002'],
    trivy: ['AVD-AZU-0051', 'AZU-0051'],
  },

  messages: {
    open: '`{address}` allows traffic to `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_network_security_rule" "orders" {
          name                        = "orders"
          resource_group_name         = "orders"
          network_security_group_name = "orders"
          priority                    = 200
          direction                   = "Outbound"
          access                      = "Allow"
          protocol                    = "Tcp"
          source_port_range           = "*"
          destination_address_prefix  = "*"
          source_address_prefix       = "*"
          destination_port_range      = "443"
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
            name                         = "admin"
            priority                     = 200
            direction                    = "Outbound"
            access                       = "Allow"
            protocol                     = "Tcp"
            source_port_range            = "*"
            destination_address_prefixes = ["0.0.0.0/1", "128.0.0.0/1"]
            source_address_prefix        = "*"
            destination_port_range       = "443"
          }
        }
      `,
      expect: ['open', 'open'],
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_network_security_rule" "orders" {
        name                        = "orders"
        resource_group_name         = "orders"
        network_security_group_name = "orders"
        priority                    = 200
        direction                   = "Outbound"
        access                      = "Allow"
        protocol                    = "Tcp"
        source_port_range           = "*"
        destination_address_prefix  = "10.20.0.0/16"
        source_address_prefix       = "*"
        destination_port_range      = "443"
      }
    `,
    hcl`
      resource "azurerm_network_security_rule" "orders" {
        name                        = "orders"
        resource_group_name         = "orders"
        network_security_group_name = "orders"
        priority                    = 200
        direction                   = "Outbound"
        access                      = "Allow"
        protocol                    = "Tcp"
        source_port_range           = "*"
        destination_address_prefix  = "AzureLoadBalancer"
        source_address_prefix       = "*"
        destination_port_range      = "443"
      }
    `,
    hcl`
      resource "azurerm_network_security_rule" "orders" {
        name                        = "orders"
        resource_group_name         = "orders"
        network_security_group_name = "orders"
        priority                    = 200
        direction                   = "Outbound"
        access                      = "Deny"
        protocol                    = "Tcp"
        source_port_range           = "*"
        destination_address_prefix  = "*"
        source_address_prefix       = "*"
        destination_port_range      = "*"
      }
    `,
  ],

  evaluate(resource, report) {
    for (const { at, isCertain } of openings(resource, 'Outbound')) {
      if (isCertain) report.fail({ message: 'open', at });
      else report.undetermined({ at });
    }
  },
});
