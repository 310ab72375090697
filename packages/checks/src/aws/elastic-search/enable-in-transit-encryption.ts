import { defineCheck, hcl } from '../../kit/index.ts';
import { DOMAINS } from './domains.ts';
import { requireEncryptionSwitch } from './encryption-switch.ts';

export default defineCheck({
  id: 'aws-elastic-search-enable-in-transit-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: DOMAINS,

  title: 'Nodes of search domains should talk to each other encrypted',
  why: 'HTTPS protects the way to a domain only. Among themselves the nodes exchange data in the clear, unless node-to-node encryption is on.',
  harm: 'Data that is indexed or searched can be read and changed on its way between the nodes.',
  remedy: 'Add a `node_to_node_encryption` block with `enabled = true`.',
  links: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain#node_to_node_encryption',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticsearch_domain#node_to_node_encryption',
  ],
  alsoKnownAs: {
    tfsec: ['AWS032', 'AWS055', 'aws-elasticsearch-enable-in-transit-encryption'],
    trivy: ['AVD-AWS-0043', 'AWS-0043'],
    checkov: ['CKV_AWS_6'],
  },

  messages: {
    missing: '`{address}` does not switch `node_to_node_encryption` on, so its nodes exchange data in the clear',
    disabled: '`{address}` switches `node_to_node_encryption` off, so its nodes exchange data in the clear',
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

          node_to_node_encryption {
            enabled = true
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_opensearch_domain" "products" {
          domain_name = "products"

          node_to_node_encryption {
            enabled = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_opensearch_domain" "products" {
          domain_name = "products"

          node_to_node_encryption {
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

        node_to_node_encryption {
          enabled = true
        }
      }
    `,
  ],

  evaluate: requireEncryptionSwitch('node_to_node_encryption.enabled'),
});
