import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'openstack-compute-no-plaintext-password',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'openstack_compute_instance_v2',

  title: 'Instances should not have their admin password in the code',
  why: 'A password in the code is in the repository, in its history, in every plan and in the state. Whoever can read one of them has it.',
  harm: 'Anyone with access to the code or to the state can log in as the administrator.',
  remedy: 'Use a key pair with `key_pair` instead of `admin_pass`, and change the password that was in the code.',
  links: [
    'https://docs.openstack.org/nova/latest/user/launch-instances.html',
    'https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/compute_instance_v2#admin_pass',
  ],
  alsoKnownAs: {
    trivy: ['AVD-OPNSTK-0001', 'OPNSTK-0001'],
    checkov: ['CKV_OPENSTACK_4'],
  },

  messages: {
    plain: '`{address}` has its admin password as plain text in `admin_pass`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "openstack_compute_instance_v2" "orders" {
          name        = "orders"
          image_name  = "debian-12"
          flavor_name = "m1.small"
          admin_pass  = "correct horse"
        }
      `,
      expect: 'plain',
    },
    {
      bad: hcl`
        resource "openstack_compute_instance_v2" "orders" {
          name        = "orders"
          image_name  = "debian-12"
          flavor_name = "m1.small"
          key_pair    = "operator"
          admin_pass  = "correct horse"
        }
      `,
      expect: 'plain',
      fixed: hcl`
        resource "openstack_compute_instance_v2" "orders" {
          name        = "orders"
          image_name  = "debian-12"
          flavor_name = "m1.small"
          key_pair    = "operator"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "openstack_compute_instance_v2" "orders" {
        name        = "orders"
        image_name  = "debian-12"
        flavor_name = "m1.small"
        key_pair    = "operator"
      }
    `,
  ],

  evaluate(instance, report) {
    const password = instance.attribute('admin_pass');
    if (password.matches((text) => text !== '') === 'true') {
      // Without a key pair nobody could log in any more.
      const fix =
        instance.attribute('key_pair').isSet() === 'true' ? edit.removeAttribute(instance, 'admin_pass') : undefined;
      const caution = 'the password is still in the history of the code: change it';
      report.fail({ message: 'plain', at: password, fix: edit.withCaution(fix, caution) });
    } else if (password.state === 'unknown' && password.isSet() !== 'true') {
      // What another resource makes or reads does not stand in the code.
      report.undetermined({ at: password });
    }
  },
});
