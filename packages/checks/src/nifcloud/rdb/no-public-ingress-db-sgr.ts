import { defineCheck, eachBlock, forbidWorld, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'nifcloud-rdb-no-public-ingress-db-sgr',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'nifcloud_db_security_group',

  title: 'Security groups of databases should not admit traffic from everywhere',
  why: 'A rule whose source is every address leaves the data behind it to passwords and luck. Only the servers that use it need to reach it.',
  harm: 'Anyone on the internet can try passwords and exploits against the database.',
  remedy: 'Name the addresses of the servers in `cidr_ip`, or their group in `security_group_name`.',
  links: [
    'https://pfs.nifcloud.com/api/rdb/AuthorizeDBSecurityGroupIngress.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/db_security_group#cidr_ip',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0011', 'NIF-0011'],
  },

  messages: {
    world: '`{address}` admits traffic from everywhere (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "nifcloud_db_security_group" "orders" {
          group_name        = "orders"
          availability_zone = "east-11"

          rule {
            cidr_ip = "0.0.0.0/0"
          }
        }
      `,
      expect: 'world',
    },
  ],
  good: () => [
    hcl`
      resource "nifcloud_db_security_group" "orders" {
        group_name        = "orders"
        availability_zone = "east-11"

        rule {
          cidr_ip = "10.20.0.0/16"
        }
      }
    `,
  ],

  evaluate: eachBlock('rule', forbidWorld('cidr_ip')),
});
