import type { Answer, ResourceView } from '../../kit/index.ts';
import { anyOf, defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-compute-vm-not-attached-to-network',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['azurerm_linux_virtual_machine', 'azurerm_windows_virtual_machine', 'azurerm_virtual_machine'],

  title: 'Network interfaces of machines should have a network security group',
  why: 'Without a network security group, on the interface or on its subnet, nothing filters the traffic to a machine.',
  harm: 'Every port of the machine can be reached.',
  remedy: 'Associate a network security group with the interface or with its subnet.',
  links: [
    'https://learn.microsoft.com/en-us/azure/virtual-network/network-security-group-how-it-works',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_interface_security_group_association',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/subnet_network_security_group_association',
  ],
  alsoKnownAs: {
    tfsec: ['azure-vm-not-attached-to-network'],
    trivy: ['AVD-AZU-0068', 'AZU-0068'],
  },

  messages: {
    open: '`{address}` has no network security group, and neither has its subnet',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_linux_virtual_machine" "orders" {
          name                  = "orders"
          resource_group_name   = "orders"
          location              = "westeurope"
          size                  = "Standard_D2s_v5"
          admin_username        = "orders"
          network_interface_ids = [azurerm_network_interface.orders.id]
          source_image_id       = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/images/debian"

          admin_ssh_key {
            username   = "orders"
            public_key = file("orders.pub")
          }

          os_disk {
            caching              = "ReadWrite"
            storage_account_type = "Premium_LRS"
          }
        }

        resource "azurerm_subnet" "orders" {
          name                 = "orders"
          resource_group_name  = "orders"
          virtual_network_name = "orders"
          address_prefixes     = ["10.20.0.0/24"]
        }

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
      expect: 'open',
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_linux_virtual_machine" "orders" {
        name                  = "orders"
        resource_group_name   = "orders"
        location              = "westeurope"
        size                  = "Standard_D2s_v5"
        admin_username        = "orders"
        network_interface_ids = [azurerm_network_interface.orders.id]
        source_image_id       = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/images/debian"

        admin_ssh_key {
          username   = "orders"
          public_key = file("orders.pub")
        }

        os_disk {
          caching              = "ReadWrite"
          storage_account_type = "Premium_LRS"
        }
      }

      resource "azurerm_subnet" "orders" {
        name                 = "orders"
        resource_group_name  = "orders"
        virtual_network_name = "orders"
        address_prefixes     = ["10.20.0.0/24"]
      }

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

      resource "azurerm_network_security_group" "orders" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"
      }

      resource "azurerm_network_interface_security_group_association" "orders" {
        network_interface_id      = azurerm_network_interface.orders.id
        network_security_group_id = azurerm_network_security_group.orders.id
      }
    `,
    hcl`
      resource "azurerm_linux_virtual_machine" "orders" {
        name                  = "orders"
        resource_group_name   = "orders"
        location              = "westeurope"
        size                  = "Standard_D2s_v5"
        admin_username        = "orders"
        network_interface_ids = [azurerm_network_interface.orders.id]
        source_image_id       = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/images/debian"

        admin_ssh_key {
          username   = "orders"
          public_key = file("orders.pub")
        }

        os_disk {
          caching              = "ReadWrite"
          storage_account_type = "Premium_LRS"
        }
      }

      resource "azurerm_subnet" "orders" {
        name                 = "orders"
        resource_group_name  = "orders"
        virtual_network_name = "orders"
        address_prefixes     = ["10.20.0.0/24"]
      }

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

      resource "azurerm_network_security_group" "orders" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"
      }

      resource "azurerm_subnet_network_security_group_association" "orders" {
        subnet_id                 = azurerm_subnet.orders.id
        network_security_group_id = azurerm_network_security_group.orders.id
      }
    `,
  ],

  evaluate(machine, report) {
    const ids = machine.attribute('network_interface_ids');
    const nics = ids.refersTo('azurerm_network_interface');
    if (nics.answer === 'unknown') report.undetermined({ at: ids });
    for (const nic of nics.found) {
      const filtered = isFiltered(nic);
      if (filtered === 'unknown') report.undetermined({ at: nic });
      // The machine is named too: an interface without one is of no use to anybody.
      if (filtered === 'false') report.fail({ message: 'open', at: nic, also: [{ at: ids, text: 'used here' }] });
    }
  },
});

function isFiltered(nic: ResourceView): Answer {
  const own = nic.relatedTo('azurerm_network_interface_security_group_association', 'network_interface_id').answer;
  const ofSubnets = nic.blocks('ip_configuration').map((configuration) => {
    const id = configuration.attribute('subnet_id');
    if (id.state === 'absent') return 'false';
    const subnet = id.refersTo('azurerm_subnet').found[0];
    // A subnet from elsewhere may well have one.
    if (subnet === undefined) return 'unknown';
    return subnet.relatedTo('azurerm_subnet_network_security_group_association', 'subnet_id').answer;
  });
  return anyOf([own, ...ofSubnets]);
}
