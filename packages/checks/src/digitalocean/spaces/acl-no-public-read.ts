import { defineCheck, forbidOneOf, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'digitalocean-spaces-acl-no-public-read',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: ['digitalocean_spaces_bucket', 'digitalocean_spaces_bucket_object'],

  title: 'Spaces buckets and objects should not have a public ACL',
  why: 'With the ACL `public-read` everybody may list a bucket or download an object, without any credentials. Spaces are searched for public files all the time.',
  harm: 'Anyone on the internet can read the files.',
  remedy: 'Set `acl` to `private`, or leave it out. Give out presigned links where single files have to be shared.',
  links: [
    'https://docs.digitalocean.com/products/spaces/how-to/set-file-permissions/',
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/spaces_bucket#acl',
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/spaces_bucket_object#acl',
  ],
  alsoKnownAs: {
    tfsec: ['DIG005'],
    trivy: ['AVD-DIG-0006', 'DIG-0006'],
    checkov: ['CKV_DIO_3'],
  },

  messages: {
    value: '`{address}` is open to everybody by its ACL `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "digitalocean_spaces_bucket" "invoices" {
          name   = "invoices"
          region = "fra1"
          acl    = "public-read"
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "digitalocean_spaces_bucket" "invoices" {
          name   = "invoices"
          region = "fra1"
          acl    = "private"
        }
      `,
    },
    {
      bad: hcl`
        resource "digitalocean_spaces_bucket_object" "report" {
          region  = "fra1"
          bucket  = "invoices"
          key     = "report.csv"
          content = "total"
          acl     = "public-read"
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "digitalocean_spaces_bucket_object" "report" {
          region  = "fra1"
          bucket  = "invoices"
          key     = "report.csv"
          content = "total"
          acl     = "private"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "digitalocean_spaces_bucket" "invoices" {
        name   = "invoices"
        region = "fra1"
        acl    = "private"
      }
    `,
  ],

  // The other two are ACLs of the S3 protocol: tfsec and Trivy pass them, the first lets everybody write as well.
  evaluate: forbidOneOf('acl', ['public-read', 'public-read-write', 'authenticated-read'], {
    fixTo: '"private"',
    caution: 'visitors without credentials lose access',
  }),
});
