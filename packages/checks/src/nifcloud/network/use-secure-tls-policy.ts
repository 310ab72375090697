import { defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'nifcloud-network-use-secure-tls-policy',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: ['nifcloud_load_balancer', 'nifcloud_load_balancer_listener'],

  title: 'Load balancers should use a current TLS policy',
  why: 'The TLS policy decides which versions and ciphers a load balancer accepts. The first policies, and the one that is used when none is named, still accept old versions of TLS or weak ciphers.',
  harm: 'Connections can be downgraded to a weak version and read.',
  remedy: 'Set `ssl_policy_name` to a policy without old versions and weak ciphers, such as `Standard Ciphers D ver1`.',
  links: [
    'https://pfs.nifcloud.com/service/lb_l4.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/load_balancer#ssl_policy_name',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/load_balancer_listener#ssl_policy_name',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0020', 'NIF-0020'],
  },

  messages: {
    missing: '`{address}` serves HTTPS without naming a TLS policy',
    outdated: '`{address}` uses the outdated TLS policy `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "nifcloud_load_balancer" "shop" {
          load_balancer_name = "shop"
          load_balancer_port = 443
          instance_port      = 8080
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "nifcloud_load_balancer" "shop" {
          load_balancer_name = "shop"
          load_balancer_port = 443
          instance_port      = 8080
          ssl_policy_name    = "Standard Ciphers A ver1"
        }
      `,
      expect: 'outdated',
    },
    {
      bad: hcl`
        resource "nifcloud_load_balancer_listener" "shop" {
          load_balancer_name = "shop"
          load_balancer_port = 443
          instance_port      = 8080
          ssl_policy_id      = "1"
        }
      `,
      expect: 'outdated',
    },
  ],
  good: () => [
    hcl`
      resource "nifcloud_load_balancer" "shop" {
        load_balancer_name = "shop"
        load_balancer_port = 443
        instance_port      = 8080
        ssl_policy_name    = "Standard Ciphers D ver1"
      }
    `,
    hcl`
      resource "nifcloud_load_balancer_listener" "shop" {
        load_balancer_name = "shop"
        load_balancer_port = 443
        instance_port      = 8080
        ssl_policy_id      = "4"
      }
    `,
  ],

  // Only port 443 is HTTPS to this kind of load balancer. No fix: old clients may depend on the policy.
  evaluate(balancer, report) {
    const port = balancer.attribute('load_balancer_port');
    const isHttps = port.compares((number) => number === 443);
    if (isHttps === 'false' || isHttps === 'absent') return;
    const name = balancer.attribute('ssl_policy_name');
    // The name wins where both are written.
    const policy = name.isSet() === 'false' ? balancer.attribute('ssl_policy_id') : name;
    const isMissing = policy.isSet() === 'false';
    const isOutdated = policy.isOneOf(OUTDATED);
    if (!isMissing && isOutdated === 'false') return;
    if (isOutdated === 'unknown') report.undetermined({ at: policy });
    else if (isHttps === 'unknown') report.undetermined({ at: port });
    else report.fail({ message: isMissing ? 'missing' : 'outdated', at: policy });
  },
});

/** Policies with old versions of TLS or weak ciphers, by id and by name. */
const OUTDATED = [
  '1',
  'Standard Ciphers A ver1',
  '2',
  'Standard Ciphers B ver1',
  '3',
  'Standard Ciphers C ver1',
  '5',
  'Ats Ciphers A ver1',
  '8',
  'Ats Ciphers D ver1',
];
