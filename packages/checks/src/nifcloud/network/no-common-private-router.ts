import { defineCheck, eachBlock, hcl } from '../../kit/index.ts';
import { forbidCommonPrivate } from '../common-private-network.ts';

export default defineCheck({
  id: 'nifcloud-network-no-common-private-router',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'nifcloud_router',

  title: 'Routers should not use the common private network',
  why: 'The common private network connects the servers of many customers in a zone. What listens there is a neighbour of strangers. A private LAN belongs to one customer alone.',
  harm: 'Other customers of the zone can reach the router.',
  remedy: 'Create a private LAN and name it in `network_id`.',
  links: [
    'https://pfs.nifcloud.com/service/plan.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/router#network_id',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0017', 'NIF-0017'],
  },

  messages: {
    shared: '`{address}` is in the private network that all customers of the zone share',
  },

  examples: () => [
    {
      bad: hcl`
        resource "nifcloud_router" "shop" {
          name           = "shop"
          security_group = "shop"

          network_interface {
            network_id = "net-COMMON_PRIVATE"
          }
        }
      `,
      expect: 'shared',
    },
  ],
  good: () => [
    hcl`
      resource "nifcloud_router" "shop" {
        name           = "shop"
        security_group = "shop"

        network_interface {
          network_id = "net-0123456789"
        }
      }
    `,
  ],

  evaluate: eachBlock('network_interface', forbidCommonPrivate('network_id')),
});
