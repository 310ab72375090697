import { defineCheck, eachBlock, forbidPublicRanges, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'digitalocean-compute-no-public-egress',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'digitalocean_firewall',

  title: 'Firewalls should not allow traffic to the whole internet',
  why: 'An intruder on a droplet fetches tools and sends data out over whatever the outbound rules allow. Rules that name the few destinations a service needs stop both.',
  harm: 'A compromised droplet can send stolen data anywhere and take orders from outside.',
  remedy: 'Name the addresses that the droplets need in `destination_addresses`, or use tags and load balancers.',
  links: [
    'https://docs.digitalocean.com/products/networking/firewalls/how-to/configure-rules/',
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/firewall',
  ],
  alsoKnownAs: {
    tfsec: ['DIG002'],
    trivy: ['AVD-DIG-0003', 'DIG-0003'],
  },

  messages: {
    world: '`{address}` allows traffic to everywhere (`{value}`)',
    public: '`{address}` allows traffic to the public range `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "digitalocean_firewall" "shop" {
          name = "shop"

          outbound_rule {
            protocol              = "tcp"
            port_range            = "443"
            destination_addresses = ["0.0.0.0/0", "::/0"]
          }
        }
      `,
      expect: ['world', 'world'],
    },
    {
      bad: hcl`
        resource "digitalocean_firewall" "shop" {
          name = "shop"

          outbound_rule {
            protocol              = "tcp"
            port_range            = "443"
            destination_addresses = ["203.0.113.0/24"]
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

        outbound_rule {
          protocol              = "tcp"
          port_range            = "5432"
          destination_addresses = ["10.20.0.0/16"]
        }

        outbound_rule {
          protocol         = "tcp"
          port_range       = "6379"
          destination_tags = ["cache"]
        }
      }
    `,
  ],

  evaluate: eachBlock('outbound_rule', forbidPublicRanges('destination_addresses')),
});
