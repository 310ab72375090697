import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-gke-enforce-pod-security-policy',
  since: '1.0.0',
  status: 'retired',
  reason:
    'Kubernetes 1.25 dropped pod security policies, and google 4 the block, so that no current code can satisfy it.',
  severity: 'HIGH',
  resource: 'google_container_cluster',

  title: 'Clusters should enforce pod security policies',
  why: 'Pod security policies said what pods may ask for, such as root or the network of the host. Pod Security Admission does that now, inside the cluster.',
  harm: 'Pods run with rights that reach the node.',
  remedy:
    'On old clusters set `enabled = true` in `pod_security_policy_config`; on current ones use Pod Security Admission or Policy Controller.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#pod_security_policy_config',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#admission_controllers',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/podsecurityadmission',
  ],
  alsoKnownAs: {
    tfsec: ['GCP009'],
    trivy: ['AVD-GCP-0047', 'GCP-0047'],
    checkov: ['CKV_GCP_24'],
  },
  providerFacts: [{ version: 'google < 4', fact: 'Only google 3 has the block.' }],

  messages: {
    missing: '`{address}` does not enforce pod security policies',
    disabled: '`{address}` switches pod security policies off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name     = "shop"
          location = "europe-west1"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name     = "shop"
          location = "europe-west1"

          pod_security_policy_config {
            enabled = false
          }
        }
      `,
      expect: 'disabled',
    },
  ],
  good: () => [
    hcl`
      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"

        pod_security_policy_config {
          enabled = true
        }
      }
    `,
  ],

  evaluate: requireTrue('pod_security_policy_config.enabled', { fix: false }),
});
