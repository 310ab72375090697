import { defineCheck, forbidFalse, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'digitalocean-compute-surge-upgrades-not-enabled',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'digitalocean_kubernetes_cluster',

  title: 'Kubernetes clusters should use surge upgrades',
  why: 'A surge upgrade adds new nodes before it removes old ones, so the cluster keeps its capacity. It is on by default and has to be switched off on purpose.',
  harm: 'Upgrades interrupt the service, so they are put off, and known holes stay open.',
  remedy: 'Set `surge_upgrade` to `true`, or leave it out.',
  links: [
    'https://docs.digitalocean.com/products/kubernetes/how-to/upgrade-cluster/#surge-upgrades',
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/kubernetes_cluster#surge_upgrade',
  ],
  alsoKnownAs: {
    trivy: ['AVD-DIG-0005', 'DIG-0005'],
  },
  providerFacts: [
    {
      version: 'digitalocean 2',
      fact: 'The default is `true`, so only an explicit `false` is reported. tfsec 1.28 reports a missing argument too.',
    },
  ],

  messages: {
    disabled: '`{address}` switches surge upgrades off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "digitalocean_kubernetes_cluster" "shop" {
          name          = "shop"
          region        = "fra1"
          version       = "1.33.1-do.0"
          surge_upgrade = false

          node_pool {
            name       = "workers"
            size       = "s-2vcpu-4gb"
            node_count = 3
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "digitalocean_kubernetes_cluster" "shop" {
          name          = "shop"
          region        = "fra1"
          version       = "1.33.1-do.0"
          surge_upgrade = true

          node_pool {
            name       = "workers"
            size       = "s-2vcpu-4gb"
            node_count = 3
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "digitalocean_kubernetes_cluster" "shop" {
        name    = "shop"
        region  = "fra1"
        version = "1.33.1-do.0"

        node_pool {
          name       = "workers"
          size       = "s-2vcpu-4gb"
          node_count = 3
        }
      }
    `,
  ],

  evaluate: forbidFalse('surge_upgrade'),
});
