import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'digitalocean-spaces-versioning-enabled',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'digitalocean_spaces_bucket',

  title: 'Spaces buckets should keep old versions of objects',
  why: 'Without versioning, a file that is overwritten or deleted is gone. With it, Spaces keeps the versions before.',
  harm: 'Files that are lost by mistake or by an attack cannot be brought back.',
  remedy: 'Add a `versioning` block with `enabled = true`, and a lifecycle rule that removes versions after a while.',
  links: [
    'https://docs.digitalocean.com/products/spaces/how-to/enable-versioning/',
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/spaces_bucket#versioning',
  ],
  alsoKnownAs: {
    tfsec: ['DIG006'],
    trivy: ['AVD-DIG-0007', 'DIG-0007'],
    checkov: ['CKV_DIO_1'],
  },

  messages: {
    missing: '`{address}` does not switch versioning on',
    disabled: '`{address}` switches versioning off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "digitalocean_spaces_bucket" "invoices" {
          name   = "invoices"
          region = "fra1"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "digitalocean_spaces_bucket" "invoices" {
          name   = "invoices"
          region = "fra1"

          versioning {
            enabled = true
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "digitalocean_spaces_bucket" "invoices" {
          name   = "invoices"
          region = "fra1"

          versioning {
            enabled = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "digitalocean_spaces_bucket" "invoices" {
          name   = "invoices"
          region = "fra1"

          versioning {
            enabled = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "digitalocean_spaces_bucket" "invoices" {
        name   = "invoices"
        region = "fra1"

        versioning {
          enabled = true
        }
      }
    `,
  ],

  evaluate: requireTrue('versioning.enabled'),
});
