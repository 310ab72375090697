import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'digitalocean-compute-kubernetes-auto-upgrades-not-enabled',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'digitalocean_kubernetes_cluster',

  title: 'Kubernetes clusters should install patch releases by themselves',
  why: 'Patch releases of Kubernetes close known holes. With automatic upgrades, DigitalOcean installs them in the maintenance window; without, the cluster stays at the release it was created with until somebody acts.',
  harm: 'The cluster runs software with known holes.',
  remedy: 'Set `auto_upgrade` to `true`, and choose the time with a `maintenance_policy` block.',
  links: [
    'https://docs.digitalocean.com/products/kubernetes/how-to/upgrade-cluster/',
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/kubernetes_cluster#auto_upgrade',
  ],
  alsoKnownAs: {
    trivy: ['AVD-DIG-0008', 'DIG-0008'],
  },

  messages: {
    missing: '`{address}` does not set `auto_upgrade`, so patch releases wait for somebody to install them',
    disabled: '`{address}` switches automatic upgrades off',
  },

  examples: () => [
    {
      bad: hcl`
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
      expect: 'missing',
      fixed: hcl`
        resource "digitalocean_kubernetes_cluster" "shop" {
          name         = "shop"
          region       = "fra1"
          version      = "1.33.1-do.0"
          auto_upgrade = true

          node_pool {
            name       = "workers"
            size       = "s-2vcpu-4gb"
            node_count = 3
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "digitalocean_kubernetes_cluster" "shop" {
          name         = "shop"
          region       = "fra1"
          version      = "1.33.1-do.0"
          auto_upgrade = false

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
          name         = "shop"
          region       = "fra1"
          version      = "1.33.1-do.0"
          auto_upgrade = true

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
        name         = "shop"
        region       = "fra1"
        version      = "1.33.1-do.0"
        auto_upgrade = true

        maintenance_policy {
          day        = "sunday"
          start_time = "04:00"
        }

        node_pool {
          name       = "workers"
          size       = "s-2vcpu-4gb"
          node_count = 3
        }
      }
    `,
  ],

  evaluate: requireTrue('auto_upgrade'),
});
