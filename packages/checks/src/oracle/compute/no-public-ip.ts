import { defineCheck, forbidOneOf, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'oracle-compute-no-public-ip',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'opc_compute_ip_address_reservation',

  title: 'Address reservations should not use the public pool',
  why: 'An address from the public pool is reachable from the internet. It is reserved to be given to a machine, which is then exposed with all of its ports.',
  harm: 'Anyone on the internet can attack the machine that gets the address.',
  remedy: 'Reserve addresses from `cloud-ippool`, and put a load balancer or a bastion in front of the machine.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/opc/latest/docs/resources/opc_compute_ip_address_reservation',
    'https://registry.terraform.io/providers/hashicorp/opc/latest/docs/resources/opc_compute_instance',
  ],
  alsoKnownAs: {
    tfsec: ['OCI001'],
    trivy: ['AVD-OCI-0001', 'OCI-0001'],
  },
  providerFacts: [
    {
      version: 'opc 1',
      fact: 'The provider of Oracle Cloud Infrastructure Classic is archived. Resources of the `oci` provider are not read.',
    },
  ],

  messages: {
    value: '`{address}` reserves an address that is reachable from the internet (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "opc_compute_ip_address_reservation" "shop" {
          name            = "shop"
          ip_address_pool = "public-ippool"
        }
      `,
      expect: 'value',
    },
  ],
  good: () => [
    hcl`
      resource "opc_compute_ip_address_reservation" "shop" {
        name            = "shop"
        ip_address_pool = "cloud-ippool"
      }
    `,
  ],

  evaluate: forbidOneOf('ip_address_pool', ['public-ippool'], { fix: false }),
});
