import { defineCheck, findSecretInScript, hcl, userDataOf } from '../../kit/index.ts';

const NAMES: readonly string[] = ['custom_data', 'user_data'];

export default defineCheck({
  id: 'azure-compute-no-secrets-in-custom-data',
  since: '1.0.0',
  severity: 'MEDIUM',
  findsSecrets: true,
  resource: [
    'azurerm_linux_virtual_machine',
    'azurerm_windows_virtual_machine',
    'azurerm_linux_virtual_machine_scale_set',
    'azurerm_windows_virtual_machine_scale_set',
    'azurerm_virtual_machine',
  ],

  title: 'Custom data of machines should not hold secrets',
  why: 'Custom and user data can be read by everybody who may look at the machine, and by every process on it. They are no place for passwords and keys.',
  harm: 'Credentials leak to whoever sees the machine, the state or the code.',
  remedy: 'Let the machine fetch its secrets from a key vault with a managed identity.',
  links: [
    'https://learn.microsoft.com/en-us/azure/virtual-machines/custom-data',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine#custom_data',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_virtual_machine#custom_data',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0037', 'AZU-0037'],
    checkov: ['CKV_AZURE_45'],
  },

  messages: {
    secret: '`{address}` holds {kind} in its start-up data',
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
          network_interface_ids = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Network/networkInterfaces/orders"]
          source_image_id       = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/images/debian"
          custom_data           = base64encode("export DB_PASSWORD=kT7vQ2mZ9xWp\\n./start.sh\\n")

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
      expect: 'secret',
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
        network_interface_ids = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Network/networkInterfaces/orders"]
        source_image_id       = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/images/debian"
        custom_data           = base64encode("export DB_PASSWORD=$(./fetch-secret.sh)\\n./start.sh\\n")

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
    const names = machine.type === 'azurerm_virtual_machine' ? ['os_profile.custom_data'] : NAMES;
    const scripts = userDataOf(machine, names);
    for (const name of names) {
      const at = machine.attribute(name);
      const script = scripts.find(({ attribute }) => attribute === at);
      const kind = script === undefined ? undefined : findSecretInScript(script.script);
      if (kind !== undefined) report.fail({ message: 'secret', at, values: { kind } });
      else if (at.state === 'unknown') report.undetermined({ at });
    }
  },
});
