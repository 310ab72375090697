import type { Answer, ResourceView } from '../../kit/index.ts';
import { anyOf, anySetting, defineCheck, edit, hcl } from '../../kit/index.ts';
import { flagTruth, metadataFlag } from './metadata-flag.ts';

const LOGIN = 'enable-oslogin';

export default defineCheck({
  id: 'google-compute-no-project-wide-ssh-keys',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_compute_instance',

  title: 'Machines should not accept the SSH keys of the project',
  why: 'SSH keys in the metadata of the project open every machine of it. A machine that blocks them accepts its own keys only. Where OS Login is on, keys in metadata do not count at all.',
  harm: 'One stolen key opens every machine of the project.',
  remedy: 'Set `block-project-ssh-keys` to `"TRUE"` in the metadata of the machine, or switch on OS Login.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#metadata',
    'https://cloud.google.com/compute/docs/instances/adding-removing-ssh-keys#project-wide',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0030', 'GCP-0030'],
    checkov: ['CKV_GCP_32'],
  },

  messages: {
    missing: '`{address}` accepts the SSH keys of the project',
    disabled: '`{address}` says that it accepts the SSH keys of the project',
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
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "google_compute_instance" "shop" {
          name         = "shop"
          machine_type = "e2-medium"
          zone         = "europe-west1-b"
          metadata     = { block-project-ssh-keys = "TRUE" }

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

          metadata = {
            block-project-ssh-keys = "FALSE"
          }
        }
      `,
      expect: 'disabled',
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

        metadata = {
          block-project-ssh-keys = "TRUE"
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

        metadata = {
          enable-oslogin = "TRUE"
        }
      }
    `,
  ],

  evaluate(instance, report) {
    const { truth, at } = metadataFlag(instance, 'block-project-ssh-keys');
    if (truth === 'true') return;
    const hasLogin = hasOsLogin(instance);
    if (hasLogin === 'true') return;
    if (truth === 'unknown' || hasLogin === 'unknown') {
      report.undetermined({ at });
      return;
    }
    // Where there is a map already, the entry is for a person to add.
    const fix = instance.attribute('metadata').isWritten
      ? undefined
      : edit.setAttribute(instance, 'metadata', '{ block-project-ssh-keys = "TRUE" }');
    report.fail({ message: truth === 'false' ? 'disabled' : 'missing', at, fix });
  },
});

/** What the machine says of OS Login, else what the project says. */
function hasOsLogin(instance: ResourceView): Answer {
  const { truth } = metadataFlag(instance, LOGIN);
  if (truth !== 'absent') return truth;
  const { estate } = instance;
  return anyOf([
    anySetting(estate, 'google_compute_project_metadata', (project) => metadataFlag(project, LOGIN).truth),
    anySetting(estate, 'google_compute_project_metadata_item', (item) =>
      item.attribute('key').text() === LOGIN ? flagTruth(item.attribute('value')) : 'false',
    ),
  ]);
}
