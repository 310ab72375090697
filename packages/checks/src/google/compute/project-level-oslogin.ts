import { anyOf, defineCheck, hcl } from '../../kit/index.ts';
import { flagTruth } from './metadata-flag.ts';

const LOGIN = 'enable-oslogin';

export default defineCheck({
  id: 'google-compute-project-level-oslogin',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['google_compute_project_metadata', 'google_compute_project_metadata_item'],

  title: 'Projects should use OS Login',
  why: 'OS Login ties access over SSH to IAM, so that it ends when somebody leaves, and can ask for a second factor.',
  harm: 'Access to the machines depends on keys that nobody withdraws.',
  remedy: 'Set `enable-oslogin` to `"TRUE"` in the metadata of the project.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_project_metadata#metadata',
    'https://cloud.google.com/compute/docs/oslogin/set-up-oslogin',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0042', 'GCP-0042'],
    checkov: ['CKV_GCP_33'],
  },

  messages: {
    missing: '`{address}` does not switch OS Login on',
    disabled: '`{address}` switches OS Login off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_compute_project_metadata" "shop" {
          metadata = {
            serial-port-enable = "FALSE"
          }
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "google_compute_project_metadata" "shop" {
          metadata = {
            enable-oslogin = false
          }
        }
      `,
      expect: 'disabled',
    },
    {
      bad: hcl`
        resource "google_compute_project_metadata_item" "login" {
          key   = "enable-oslogin"
          value = "FALSE"
        }
      `,
      expect: 'disabled',
    },
  ],
  good: () => [
    hcl`
      resource "google_compute_project_metadata" "shop" {
        metadata = {
          enable-oslogin = "TRUE"
        }
      }
    `,
    hcl`
      resource "google_compute_project_metadata_item" "login" {
        key   = "enable-oslogin"
        value = "TRUE"
      }
    `,
  ],

  evaluate(resource, report) {
    const isItem = resource.type === 'google_compute_project_metadata_item';
    if (isItem && resource.attribute('key').equals(LOGIN) !== 'true') return;
    const at = resource.attribute(isItem ? 'value' : `metadata.${LOGIN}`);
    const truth = flagTruth(at);
    if (truth === 'false') report.fail({ message: 'disabled', at });
    if (truth === 'unknown') report.undetermined({ at });
    if (truth !== 'absent' || isItem) return;
    const items = resource.estate.resources('google_compute_project_metadata_item');
    const isElsewhere = anyOf(items.map((item) => item.attribute('key').equals(LOGIN)));
    if (isElsewhere === 'unknown') report.undetermined({ at });
    if (isElsewhere === 'false') report.fail({ message: 'missing', at });
  },
});
