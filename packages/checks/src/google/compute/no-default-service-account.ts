import type { AttributeView } from '../../kit/index.ts';
import { defineCheck, endsWithText, hcl, textOfAttribute } from '../../kit/index.ts';

const DEFAULT_ACCOUNT = '-compute@developer.gserviceaccount.com';

export default defineCheck({
  id: 'google-compute-no-default-service-account',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'google_compute_instance',

  title: 'Machines should not use the default service account',
  why: 'The default service account of Compute Engine has the role Editor unless somebody took it away, so a machine that uses it can change most of the project.',
  harm: 'Whoever breaks into the machine controls the project.',
  remedy: 'Create a service account with the few roles that the machine needs, and set its address as `email`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#service_account',
    'https://cloud.google.com/compute/docs/access/service-accounts#default_service_account',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0044', 'GCP-0044'],
    checkov: ['CKV_GCP_30'],
  },

  messages: {
    default: '`{address}` uses the default service account, as it names no other',
    named: '`{address}` uses the default service account (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_compute_instance" "shop" {
          name         = "shop"
          machine_type = "e2-medium"
          zone         = "europe-west1-b"

          boot_disk {
            initialize_params {
              image = "debian-cloud/debian-12"
            }
          }

          network_interface {
            network = "shop"
          }

          service_account {
            scopes = ["cloud-platform"]
          }
        }
      `,
      expect: 'default',
    },
    {
      bad: hcl`
        resource "google_compute_instance" "shop" {
          name         = "shop"
          machine_type = "e2-medium"
          zone         = "europe-west1-b"

          boot_disk {
            initialize_params {
              image = "debian-cloud/debian-12"
            }
          }

          network_interface {
            network = "shop"
          }

          service_account {
            email  = "123456789012-compute@developer.gserviceaccount.com"
            scopes = ["cloud-platform"]
          }
        }
      `,
      expect: 'named',
    },
  ],
  good: () => [
    hcl`
      resource "google_compute_instance" "shop" {
        name         = "shop"
        machine_type = "e2-medium"
        zone         = "europe-west1-b"

        boot_disk {
          initialize_params {
            image = "debian-cloud/debian-12"
          }
        }

        network_interface {
          network = "shop"
        }

        service_account {
          email  = "shop@shop.iam.gserviceaccount.com"
          scopes = ["cloud-platform"]
        }
      }
    `,
    hcl`
      resource "google_compute_instance" "shop" {
        name         = "shop"
        machine_type = "e2-medium"
        zone         = "europe-west1-b"

        boot_disk {
          initialize_params {
            image = "debian-cloud/debian-12"
          }
        }

        network_interface {
          network = "shop"
        }
      }
    `,
  ],

  evaluate(instance, report) {
    for (const account of instance.blocks('service_account')) {
      const email = account.attribute('email');
      const isDefault =
        email.isSet() === 'true' && email.refersTo('data.google_compute_default_service_account').answer === 'true';
      const text = textOfAttribute(email);
      const endsAsDefault = text === undefined ? 'false' : endsWithText(text, DEFAULT_ACCOUNT);
      if (email.isSet() === 'false') report.fail({ message: 'default', at: email });
      else if (isDefault || endsAsDefault === 'true') report.fail({ message: 'named', at: email });
      else if (email.state === 'unknown' && mayBeDefault(email)) report.undetermined({ at: email });
    }
  },
});

/** Not when it is an account that the configuration makes. */
function mayBeDefault(email: AttributeView): boolean {
  if (email.refersTo('google_service_account').answer === 'true') return false;
  const text = textOfAttribute(email);
  return text === undefined || endsWithText(text, DEFAULT_ACCOUNT) === 'unknown';
}
