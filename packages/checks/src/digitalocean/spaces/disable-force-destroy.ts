import { defineCheck, forbidTrue, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'digitalocean-spaces-disable-force-destroy',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'digitalocean_spaces_bucket',

  title: 'Spaces buckets should not be destroyed together with their objects',
  why: 'Spaces refuses to delete a bucket that holds files. With `force_destroy` Terraform deletes the files first, whenever the bucket is removed or replaced.',
  harm: 'One wrong change deletes all files of the bucket for good.',
  remedy: 'Set `force_destroy` to `false`, or leave it out.',
  links: [
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/spaces_bucket#force_destroy',
  ],
  alsoKnownAs: {
    tfsec: ['DIG007'],
    trivy: ['AVD-DIG-0009', 'DIG-0009'],
  },

  messages: {
    enabled: '`{address}` is deleted with all of its objects when Terraform destroys it',
  },

  examples: () => [
    {
      bad: hcl`
        resource "digitalocean_spaces_bucket" "invoices" {
          name          = "invoices"
          region        = "fra1"
          force_destroy = true
        }
      `,
      expect: 'enabled',
      fixed: hcl`
        resource "digitalocean_spaces_bucket" "invoices" {
          name          = "invoices"
          region        = "fra1"
          force_destroy = false
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "digitalocean_spaces_bucket" "invoices" {
        name   = "invoices"
        region = "fra1"
      }
    `,
  ],

  evaluate: forbidTrue('force_destroy'),
});
