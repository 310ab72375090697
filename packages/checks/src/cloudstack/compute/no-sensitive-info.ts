import { defineCheck, findSecretInScript, hcl, userDataOf } from '../../kit/index.ts';

/** The argument that holds the start-up script. tfsec and Trivy read the first type only. */
const SCRIPTS: Readonly<Record<string, string>> = {
  cloudstack_instance: 'user_data',
  cloudstack_autoscale_vm_profile: 'user_data',
  cloudstack_user_data: 'userdata',
};

export default defineCheck({
  id: 'cloudstack-compute-no-sensitive-info',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['cloudstack_instance', 'cloudstack_autoscale_vm_profile', 'cloudstack_user_data'],

  title: 'User data should not hold secrets',
  why: 'User data is stored with the machine as it is. The API shows it to everybody with read access, and the virtual router to every process on the machine.',
  harm: 'Whoever can describe the machine, or run a process on it, has the credentials.',
  remedy:
    'Remove the secret and replace it with a new one. Let the script fetch what it needs from a secret store when it runs.',
  links: [
    'https://docs.cloudstack.apache.org/en/latest/adminguide/virtual_machines.html',
    'https://registry.terraform.io/providers/cloudstack/cloudstack/latest/docs/resources/instance#user_data',
  ],
  alsoKnownAs: {
    trivy: ['AVD-CLDSTK-0001', 'CLDSTK-0001'],
  },

  messages: {
    secret: '`{address}` has {secret} in its `{path}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "cloudstack_instance" "shop" {
          name             = "shop"
          service_offering = "medium"
          template         = "debian-12"
          zone             = "zone-1"

          user_data = <<-EOT
            #!/bin/sh
            export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
            ./start-shop
          EOT
        }
      `,
      expect: 'secret',
    },
    {
      bad: hcl`
        resource "cloudstack_user_data" "shop" {
          name = "shop"

          userdata = base64encode(<<-EOT
            #!/bin/sh
            DB_PASSWORD="correct horse" ./start-shop
          EOT
          )
        }
      `,
      expect: 'secret',
    },
  ],
  good: () => [
    hcl`
      resource "cloudstack_instance" "shop" {
        name             = "shop"
        service_offering = "medium"
        template         = "debian-12"
        zone             = "zone-1"

        user_data = <<-EOT
          #!/bin/sh
          export DB_PASSWORD=$(vault kv get -field=password secret/shop)
          ./start-shop
        EOT
      }
    `,
  ],

  // No fix: a secret that was in the code has to be replaced.
  evaluate(machine, report) {
    const name = SCRIPTS[machine.type] ?? 'user_data';
    const attribute = machine.attribute(name);
    const [userData] = userDataOf(machine, [name]);
    const secret = userData === undefined ? undefined : findSecretInScript(userData.script);
    if (secret !== undefined) report.fail({ message: 'secret', at: attribute, values: { secret } });
    else if (attribute.state === 'unknown') report.undetermined({ at: attribute });
  },
});
