import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-iam-no-default-network',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_project',

  title: 'Projects should not start with the default network',
  why: 'Google makes a network for a new project, with a subnetwork in every region and firewall rules that let SSH, remote desktops and all internal traffic in.',
  harm: 'Machines end up in a network that nobody planned, open to the internet.',
  remedy: 'Set `auto_create_network` to `false`, and make the networks that are needed.',
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
    missing: '`{address}` starts with the default network',
    enabled: '`{address}` asks for the default network',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_project" "shop" {
          name       = "shop"
          project_id = "shop"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "google_project" "shop" {
          name                = "shop"
          project_id          = "shop"
          auto_create_network = false
        }
      `,
    },
    {
      bad: hcl`
        resource "google_project" "shop" {
          name                = "shop"
          project_id          = "shop"
          auto_create_network = true
        }
      `,
      expect: 'enabled',
      fixed: hcl`
        resource "google_project" "shop" {
          name                = "shop"
          project_id          = "shop"
          auto_create_network = false
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_project" "shop" {
        name                = "shop"
        project_id          = "shop"
        auto_create_network = false
      }
    `,
  ],

  evaluate(project, report) {
    const setting = project.attribute('auto_create_network');
    const fix = edit.setAttribute(project, 'auto_create_network', 'false');
    switch (setting.truth()) {
      case 'false':
        return;
      case 'unknown':
        report.undetermined({ at: setting });
        return;
      case 'absent':
        report.fail({ message: 'missing', at: setting, fix });
        return;
      case 'true':
        report.fail({ message: 'enabled', at: setting, fix });
        return;
    }
  },
});
