import { defineCheck, eachBlock, forbidPublicRanges, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'digitalocean-compute-no-public-ingress',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'digitalocean_firewall',

  title: 'Firewalls should not admit traffic from the internet',
  why: 'A cloud firewall is what stands between droplets and the internet. A rule with a public source range opens its ports to scanners and attackers all over the world.',
  harm: 'Anyone on the internet can attack the services on the droplets.',
  remedy:
    'Name the addresses that need access in `source_addresses`, or use tags, droplets, clusters and load balancers as sources.',
  links: [
    'https://docs.digitalocean.com/products/networking/firewalls/how-to/configure-rules/',
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/firewall',
  ],
  alsoKnownAs: {
    tfsec: ['DIG001'],
    trivy: ['AVD-DIG-0001', 'DIG-0001'],
    checkov: ['CKV_DIO_4'],
  },

  messages: {
    world: '`{address}` admits traffic from everywhere (`{value}`)',
    public: '`{address}` admits traffic from the public range `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "digitalocean_firewall" "shop" {
          name = "shop"

          inbound_rule {
            protocol         = "tcp"
            port_range       = "22"
            source_addresses = ["0.0.0.0/0", "::/0"]
          }
        }
      `,
      expect: ['world', 'world'],
    },
    {
      bad: hcl`
        resource "digitalocean_firewall" "shop" {
          name = "shop"

          inbound_rule {
            protocol         = "tcp"
            port_range       = "443"
            source_addresses = ["203.0.113.0/24"]
          }
        }
      `,
      expect: 'public',
    },
  ],
  good: () => [
    hcl`
      resource "digitalocean_firewall" "shop" {
        name = "shop"

        inbound_rule {
          protocol         = "tcp"
          port_range       = "22"
          source_addresses = ["10.20.0.0/16", "203.0.113.7/32"]
        }

        inbound_rule {
          protocol                  = "tcp"
          port_range                = "443"
          source_load_balancer_uids = ["4de7ac8b-495b-4884-9a69-1050c6793cd6"]
        }
      }
    `,
  ],

  evaluate: eachBlock('inbound_rule', forbidPublicRanges('source_addresses')),
});
