import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-iam-no-default-network',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_project',

  title: 'Projects should not come with a default network',
  why: 'The default network has a subnet in every region, and firewall rules that let SSH, RDP and ICMP in from everywhere. A project gets it unless `auto_create_network` is false.',
  harm: 'Machines that nobody placed with care are reachable from the internet.',
  remedy: 'Set `auto_create_network` to `false`, and create the networks that are needed.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project#auto_create_network',
    'https://cloud.google.com/vpc/docs/vpc#default-network',
  ],
  alsoKnownAs: {
    tfsec: ['google-project-no-default-network'],
    trivy: ['AVD-GCP-0010', 'GCP-0010'],
    checkov: ['CKV_GCP_27'],
  },

  messages: {
    missing: '`{address}` gets a default network, as `auto_create_network` is not set',
    enabled: '`{address}` creates a default network',
  },

  examples: [
    {
      bad: hcl`
        resource "google_project" "shop" {
          name       = "Shop"
          project_id = "shop-prod"
          org_id     = "123456789"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "google_project" "shop" {
          name                = "Shop"
          project_id          = "shop-prod"
          org_id              = "123456789"
          auto_create_network = false
        }
      `,
    },
    {
      bad: hcl`
        resource "google_project" "shop" {
          name                = "Shop"
          project_id          = "shop-prod"
          org_id              = "123456789"
          auto_create_network = true
        }
      `,
      expect: 'enabled',
      fixed: hcl`
        resource "google_project" "shop" {
          name                = "Shop"
          project_id          = "shop-prod"
          org_id              = "123456789"
          auto_create_network = false
        }
      `,
    },
  ],
  good: [
    hcl`
      resource "google_project" "shop" {
        name                = "Shop"
        project_id          = "shop-prod"
        org_id              = "123456789"
        auto_create_network = false
      }
    `,
  ],

  evaluate(project, report) {
    const network = project.attribute('auto_create_network');
    const fix = edit.setAttribute(project, 'auto_create_network', 'false');
    const isCreated = network.truth();
    if (isCreated === 'absent') report.fail({ message: 'missing', at: network, fix });
    if (isCreated === 'true') report.fail({ message: 'enabled', at: network, fix });
    if (isCreated === 'unknown') report.undetermined({ at: network });
  },
});
