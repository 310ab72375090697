import { defineCheck, hcl } from '../../kit/index.ts';
import { forbidOpenPeers } from './open-peers.ts';

export default defineCheck({
  id: 'kubernetes-network-no-public-ingress',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['kubernetes_network_policy', 'kubernetes_network_policy_v1'],

  title: 'Network policies should not admit traffic from everywhere',
  why: 'A network policy narrows who may reach its pods. A rule with a public range, or without any `from`, lets everybody in who gets as far as the network of the cluster, and the policy protects nothing.',
  harm: 'Pods can be attacked by every other workload, and from the internet where a service exposes them.',
  remedy: 'Name the callers with `pod_selector` and `namespace_selector`, or with a narrow `ip_block`.',
  links: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    'https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/network_policy_v1',
    'https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/network_policy',
  ],
  alsoKnownAs: {
    trivy: ['AVD-KUBE-0001', 'KUBE-0001'],
  },

  messages: {
    world: '`{address}` admits traffic from everywhere (`{value}`)',
    public: '`{address}` admits traffic from the public range `{value}`',
    anyone: '`{address}` has an `ingress` rule without `from`, which admits traffic from everywhere',
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
            policy_types = ["Ingress"]

            pod_selector {
              match_labels = {
                app = "orders"
              }
            }

            ingress {
              from {
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
            policy_types = ["Ingress"]

            pod_selector {
              match_labels = {
                app = "orders"
              }
            }

            ingress {
              from {
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
            policy_types = ["Ingress"]

            pod_selector {
              match_labels = {
                app = "orders"
              }
            }

            ingress {
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
          policy_types = ["Ingress"]

          pod_selector {
            match_labels = {
              app = "orders"
            }
          }

          ingress {
            from {
              pod_selector {
                match_labels = {
                  app = "basket"
                }
              }
            }

            from {
              ip_block {
                cidr = "10.20.0.0/16"
              }
            }
          }
        }
      }
    `,
  ],

  evaluate: forbidOpenPeers('ingress'),
});
