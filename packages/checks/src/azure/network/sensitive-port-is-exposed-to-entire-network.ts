import { defineCheck, hcl } from '../../kit/index.ts';
import { openings } from './security-rules.ts';

/** FTP, Telnet, SMTP, DNS, POP3, RPC, NetBIOS, IMAP, SNMP, LDAP, databases and caches. */
const INTERNAL_PORTS: readonly number[] = [
  20, 21, 23, 25, 53, 110, 135, 139, 143, 161, 389, 636, 993, 995, 1433, 1521, 3306, 5432, 6379,
];

/** More ports than this are not listed in a message. */
const MAX_LISTED = 4;

export default defineCheck({
  id: 'azure-network-sensitive-port-is-exposed-to-entire-network',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['azurerm_network_security_group', 'azurerm_network_security_rule'],

  title: 'Ports of internal services should not be open to the internet',
  why: 'Databases, mail, file transfer, directory and management services are not made to face the internet, and many have no protection but the network.',
  harm: 'Internal services can be attacked from anywhere.',
  remedy: 'Name the networks that need the service as the source, or remove the rule.',
  links: [
    'https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_group#security_rule',
  ],
  alsoKnownAs: {
    tfsec: ['azure-sensitive-port-is-exposed-to-entire-network'],
    trivy: ['AVD-AZU-0074', 'AZU-0074'],
  },

  messages: {
    open: '`{address}` opens internal services (port {ports}) to `{value}`',
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
          destination_port_range      = "5432"
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
            destination_port_ranges    = ["443", "1433"]
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
        destination_port_range      = "5432"
        destination_address_prefix  = "*"
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
        source_address_prefix       = "*"
        destination_port_range      = "443"
        destination_address_prefix  = "*"
      }
    `,
  ],

  evaluate(resource, report) {
    for (const { at, isCertain, ports } of openings(resource, 'Inbound', INTERNAL_PORTS)) {
      if (!isCertain) report.undetermined({ at });
      // One finding for a rule, however many of the ports it opens.
      else report.fail({ message: 'open', at, values: { ports: listed(ports) } });
    }
  },
});

function listed(ports: readonly number[]): string {
  const shown = ports.slice(0, MAX_LISTED).join(', ');
  return ports.length > MAX_LISTED ? `${shown} and ${ports.length - MAX_LISTED} more` : shown;
}
