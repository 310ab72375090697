import { defineCheck, hcl } from '../../kit/index.ts';
import { DOMAINS } from './domains.ts';
import { requireEncryptionSwitch } from './encryption-switch.ts';

export default defineCheck({
  id: 'aws-elastic-search-enable-domain-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: DOMAINS,

  title: 'Search domains should be encrypted at rest',
  why: 'Encryption at rest covers the indexes of a domain, its logs, swap files and automatic snapshots. It has to be asked for.',
  harm: 'Whoever gets at a disk or a snapshot of the domain reads what is indexed.',
  remedy: 'Add an `encrypt_at_rest` block with `enabled = true`.',
  links: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain#encrypt_at_rest',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticsearch_domain#encrypt_at_rest',
  ],
  alsoKnownAs: {
    tfsec: ['AWS031', 'aws-elastic-service-enable-domain-encryption', 'aws-elasticsearch-enable-domain-encryption'],
    trivy: ['AVD-AWS-0048', 'AWS-0048'],
    checkov: ['CKV_AWS_5'],
  },

  messages: {
    missing: '`{address}` does not switch `encrypt_at_rest` on, so its data is not encrypted',
    disabled: '`{address}` switches `encrypt_at_rest` off, so its data is not encrypted',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_opensearch_domain" "products" {
          domain_name = "products"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_opensearch_domain" "products" {
          domain_name = "products"

          encrypt_at_rest {
            enabled = true
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_opensearch_domain" "products" {
          domain_name = "products"

          encrypt_at_rest {
            enabled = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_opensearch_domain" "products" {
          domain_name = "products"

          encrypt_at_rest {
            enabled = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_opensearch_domain" "products" {
        domain_name = "products"

        encrypt_at_rest {
          enabled = true
        }
      }
    `,
  ],

  evaluate: requireEncryptionSwitch('encrypt_at_rest.enabled'),
});
