import { defineCheck, hcl } from '../../kit/index.ts';
import { openings } from './security-rules.ts';

export default defineCheck({
  id: 'azure-network-no-public-ingress',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: ['azurerm_network_security_group', 'azurerm_network_security_rule'],

  title: 'Network security groups should not admit traffic from the internet',
  why: 'A rule whose source is the internet exposes its ports to attackers all over the world. Even services that are meant to be public are better put behind a gateway or Front Door.',
  harm: 'Anyone on the internet can attack what is behind the rule.',
  remedy: 'Name the networks or service tags that need access as the source.',
  links: [
    'https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_group#security_rule',
  ],
  alsoKnownAs: {
    tfsec: ['AZU001'],
    trivy: ['AVD-AZU-0047', 'AZU-0047'],
  },

  messages: {
    open: '`{address}` admits traffic from `{value}`',
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
          destination_address_prefix  = "*"
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
            name                       = "admin"
            priority                   = 200
            direction                  = "Inbound"
            access                     = "Allow"
            protocol                   = "Tcp"
            source_port_range          = "*"
            source_address_prefixes    = ["0.0.0.0/1", "128.0.0.0/1"]
            destination_address_prefix = "*"
            destination_port_range     = "443"
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
        direction                   = "Inbound"
        access                      = "Allow"
        protocol                    = "Tcp"
        source_port_range           = "*"
        source_address_prefix       = "10.20.0.0/16"
        destination_address_prefix  = "*"
        destination_port_range      = "443"
      }
    `,
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
        source_address_prefix       = "AzureLoadBalancer"
        destination_address_prefix  = "*"
        destination_port_range      = "443"
      }
    `,
    hcl`
      resource "azurerm_network_security_rule" "orders" {
        name                        = "orders"
        resource_group_name         = "orders"
        network_security_group_name = "orders"
        priority                    = 200
        direction                   = "Inbound"
        access                      = "Deny"
        protocol                    = "Tcp"
        source_port_range           = "*"
        source_address_prefix       = "*"
        destination_address_prefix  = "*"
        destination_port_range      = "*"
      }
    `,
  ],

  evaluate(resource, report) {
    for (const { at, isCertain } of openings(resource, 'Inbound')) {
      if (isCertain) report.fail({ message: 'open', at });
      else report.undetermined({ at });
    }
  },
});
