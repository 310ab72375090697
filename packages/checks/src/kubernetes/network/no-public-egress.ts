import { defineCheck, hcl } from '../../kit/index.ts';
import { forbidOpenPeers } from './open-peers.ts';

export default defineCheck({
  id: 'kubernetes-network-no-public-egress',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['kubernetes_network_policy', 'kubernetes_network_policy_v1'],

  title: 'Network policies should not allow traffic to everywhere',
  why: 'An intruder in a pod fetches tools and sends data out over whatever the egress rules allow. A rule with a public range, or without any `to`, allows every destination.',
  harm: 'A compromised pod can send stolen data anywhere and take orders from outside.',
  remedy: 'Name the destinations with `pod_selector` and `namespace_selector`, or with a narrow `ip_block`.',
  links: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    'https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/network_policy_v1',
    'https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/network_policy',
  ],
  alsoKnownAs: {
    trivy: ['AVD-KUBE-0002', 'KUBE-0002'],
  },

  messages: {
    world: '`{address}` allows traffic to everywhere (`{value}`)',
    public: '`{address}` allows traffic to the public range `{value}`',
    anyone: '`{address}` has an `egress` rule without `to`, which allows traffic to everywhere',
  },

  examples: () => [
    {
      bad: hcl`
        resource "kubernetes_network_policy_v1" "orders" {
          metadata {
            name      = "orders"
            namespace = "shop"
          }

          spec {
            policy_types = ["Egress"]

            pod_selector {
              match_labels = {
                app = "orders"
              }
            }

            egress {
              to {
                ip_block {
                  cidr = "0.0.0.0/0"
                }
              }
            }
          }
        }
      `,
      expect: 'world',
    },
    {
      bad: hcl`
        resource "kubernetes_network_policy_v1" "orders" {
          metadata {
            name      = "orders"
            namespace = "shop"
          }

          spec {
            policy_types = ["Egress"]

            pod_selector {
              match_labels = {
                app = "orders"
              }
            }

            egress {
              to {
                ip_block {
                  cidr = "203.0.113.0/24"
                }
              }
            }
          }
        }
      `,
      expect: 'public',
    },
    {
      bad: hcl`
        resource "kubernetes_network_policy_v1" "orders" {
          metadata {
            name      = "orders"
            namespace = "shop"
          }

          spec {
            policy_types = ["Egress"]

            pod_selector {
              match_labels = {
                app = "orders"
              }
            }

            egress {
              ports {
                port     = "8080"
                protocol = "TCP"
              }
            }
          }
        }
      `,
      expect: 'anyone',
    },
  ],
  good: () => [
    hcl`
      resource "kubernetes_network_policy_v1" "orders" {
        metadata {
          name      = "orders"
          namespace = "shop"
        }

        spec {
          policy_types = ["Egress"]

          pod_selector {
            match_labels = {
              app = "orders"
            }
          }

          egress {
            to {
              pod_selector {
                match_labels = {
                  app = "database"
                }
              }
            }

            to {
              ip_block {
                cidr = "10.20.0.0/16"
              }
            }
          }
        }
      }
    `,
  ],

  evaluate: forbidOpenPeers('egress'),
});
