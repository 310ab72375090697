import type { Fix, ResourceView } from '../../kit/index.ts';
import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-gke-no-legacy-authentication',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_container_cluster',

  title: 'Clusters should not use static passwords and client certificates',
  why: 'A password or a client certificate of the cluster works until it expires, whoever has it, and cannot be taken back from one person. Google accounts and service accounts can.',
  harm: 'A stolen password or certificate gives lasting access to the cluster.',
  remedy: 'Set `issue_client_certificate` to `false`, and remove `username` and `password`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#master_auth',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#restrict_authn_methods',
  ],
  alsoKnownAs: {
    tfsec: ['GCP008', 'google-gke-no-legacy-auth'],
    trivy: ['AVD-GCP-0064', 'GCP-0064'],
    checkov: ['CKV_GCP_13'],
  },
  providerFacts: [
    { version: 'google < 4', fact: '`master_auth` takes `username` and `password`; google 4 removed both.' },
  ],

  messages: {
    certificate: '`{address}` issues a client certificate',
    password: '`{address}` lets clients log in with a name and a password',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name     = "shop"
          location = "europe-west1"

          master_auth {
            client_certificate_config {
              issue_client_certificate = true
            }
          }
        }
      `,
      expect: 'certificate',
      fixed: hcl`
        resource "google_container_cluster" "shop" {
          name     = "shop"
          location = "europe-west1"

          master_auth {
            client_certificate_config {
              issue_client_certificate = false
            }
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name     = "shop"
          location = "europe-west1"

          master_auth {
            username = "admin"
            password = var.password
          }
        }

        variable "password" {
          type      = string
          sensitive = true
        }
      `,
      expect: 'password',
    },
  ],
  good: () => [
    hcl`
      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"
      }
    `,
    hcl`
      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"

        master_auth {
          client_certificate_config {
            issue_client_certificate = false
          }
        }
      }
    `,
  ],

  evaluate(cluster, report) {
    const path = 'master_auth.client_certificate_config.issue_client_certificate';
    const certificate = cluster.attribute(path);
    const isIssued = certificate.truth();
    if (isIssued === 'true') {
      const fix = edit.withCaution(edit.setAttribute(cluster, path, 'false'), 'the cluster is replaced');
      report.fail({ message: 'certificate', at: certificate, fix });
      return;
    }
    if (isIssued === 'unknown') report.undetermined({ at: certificate });
    const name = cluster.attribute('master_auth.username');
    const isNamed = name.isSet();
    if (isNamed === 'true') report.fail({ message: 'password', at: name, fix: withoutPassword(cluster) });
    if (isNamed === 'unknown' && isIssued !== 'unknown') report.undetermined({ at: name });
  },
});

/** Google 3 refuses a `master_auth` block with nothing in it, so that the block says instead that there is no certificate either. */
function withoutPassword(cluster: ResourceView): Fix | undefined {
  const auth = cluster.block('master_auth');
  if (auth === undefined) return undefined;
  const written = ['username', 'password'].filter((name) => auth.attribute(name).isWritten);
  const fix = edit.all(
    ...written.map((name) => edit.removeAttribute(auth, name)),
    edit.setAttribute(auth, 'client_certificate_config.issue_client_certificate', 'false'),
  );
  return edit.withCaution(fix, 'clients with the password lose access');
}
