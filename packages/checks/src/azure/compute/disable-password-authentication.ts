import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-compute-disable-password-authentication',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['azurerm_linux_virtual_machine', 'azurerm_linux_virtual_machine_scale_set', 'azurerm_virtual_machine'],

  title: 'Linux machines should not let users log in with a password',
  why: 'Passwords can be guessed, reused and leaked. SSH keys prove more and leave nothing to guess.',
  harm: 'The machine can be taken over by guessing a password.',
  remedy: 'Leave `disable_password_authentication` at `true` and add an SSH key.',
  links: [
    'https://learn.microsoft.com/en-us/azure/virtual-machines/linux/create-ssh-keys-detailed',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine#disable_password_authentication',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_machine#disable_password_authentication',
  ],
  alsoKnownAs: {
    tfsec: ['AZU005', 'azure-compute-ssh-authentication'],
    trivy: ['AVD-AZU-0039', 'AZU-0039'],
    checkov: ['CKV_AZURE_1', 'CKV_AZURE_149'],
  },

  messages: {
    password: '`{address}` lets users log in with a password',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_linux_virtual_machine" "orders" {
          name                            = "orders"
          resource_group_name             = "orders"
          location                        = "westeurope"
          size                            = "Standard_D2s_v5"
          admin_username                  = "orders"
          network_interface_ids           = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Network/networkInterfaces/orders"]
          source_image_id                 = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/images/debian"
          admin_password                  = var.password
          disable_password_authentication = false

          os_disk {
            caching              = "ReadWrite"
            storage_account_type = "Premium_LRS"
          }
        }
      `,
      expect: 'password',
    },
    {
      bad: hcl`
        resource "azurerm_linux_virtual_machine" "orders" {
          name                            = "orders"
          resource_group_name             = "orders"
          location                        = "westeurope"
          size                            = "Standard_D2s_v5"
          admin_username                  = "orders"
          network_interface_ids           = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Network/networkInterfaces/orders"]
          source_image_id                 = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/images/debian"
          disable_password_authentication = false

          admin_ssh_key {
            username   = "orders"
            public_key = file("orders.pub")
          }

          os_disk {
            caching              = "ReadWrite"
            storage_account_type = "Premium_LRS"
          }
        }
      `,
      expect: 'password',
      fixed: hcl`
        resource "azurerm_linux_virtual_machine" "orders" {
          name                            = "orders"
          resource_group_name             = "orders"
          location                        = "westeurope"
          size                            = "Standard_D2s_v5"
          admin_username                  = "orders"
          network_interface_ids           = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Network/networkInterfaces/orders"]
          source_image_id                 = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/images/debian"
          disable_password_authentication = true

          admin_ssh_key {
            username   = "orders"
            public_key = file("orders.pub")
          }

          os_disk {
            caching              = "ReadWrite"
            storage_account_type = "Premium_LRS"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_linux_virtual_machine" "orders" {
        name                            = "orders"
        resource_group_name             = "orders"
        location                        = "westeurope"
        size                            = "Standard_D2s_v5"
        admin_username                  = "orders"
        network_interface_ids           = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Network/networkInterfaces/orders"]
        source_image_id                 = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/images/debian"
        disable_password_authentication = true

        admin_ssh_key {
          username   = "orders"
          public_key = file("orders.pub")
        }

        os_disk {
          caching              = "ReadWrite"
          storage_account_type = "Premium_LRS"
        }
      }
    `,
    hcl`
      resource "azurerm_linux_virtual_machine" "orders" {
        name                  = "orders"
        resource_group_name   = "orders"
        location              = "westeurope"
        size                  = "Standard_D2s_v5"
        admin_username        = "orders"
        network_interface_ids = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Network/networkInterfaces/orders"]
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
    `,
  ],

  evaluate(machine, report) {
    const isOld = machine.type === 'azurerm_virtual_machine';
    const place = isOld ? 'os_profile_linux_config.' : '';
    const disabled = machine.attribute(`${place}disable_password_authentication`);
    const truth = disabled.truth();
    if (truth === 'unknown') report.undetermined({ at: disabled });
    if (truth !== 'false') return;
    // Without a key nobody could log in any more.
    const hasKey = machine.mayHaveBlock(isOld ? 'os_profile_linux_config.ssh_keys' : 'admin_ssh_key') === 'true';
    const fix = hasKey ? edit.setAttribute(machine, `${place}disable_password_authentication`, 'true') : undefined;
    report.fail({ message: 'password', at: disabled, fix: edit.withCaution(fix, 'the machine is replaced') });
  },
});
