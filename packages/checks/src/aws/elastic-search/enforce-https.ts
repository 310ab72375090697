import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { DOMAINS, SAFE_ENDPOINT } from './domains.ts';

const OPTIONS = 'domain_endpoint_options';

export default defineCheck({
  id: 'aws-elastic-search-enforce-https',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: DOMAINS,

  title: 'Search domains should accept HTTPS only',
  why: 'Without endpoint options a domain answers plain HTTP too. Inside the `domain_endpoint_options` block HTTPS is enforced unless it is switched off.',
  harm: 'Searches, documents and passwords can be read and changed on their way.',
  remedy: 'Add a `domain_endpoint_options` block with `enforce_https = true`.',
  links: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/data-protection.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain#domain_endpoint_options',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticsearch_domain#domain_endpoint_options',
  ],
  alsoKnownAs: {
    tfsec: ['AWS033', 'AWS054', 'aws-elasticsearch-enforce-https'],
    trivy: ['AVD-AWS-0046', 'AWS-0046'],
    checkov: ['CKV_AWS_83'],
  },

  messages: {
    missing: '`{address}` has no `domain_endpoint_options` block, so it accepts plain HTTP',
    disabled: '`{address}` accepts plain HTTP',
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

          domain_endpoint_options {
            enforce_https       = true
            tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_elasticsearch_domain" "products" {
          domain_name = "products"

          domain_endpoint_options {
            enforce_https       = false
            tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_elasticsearch_domain" "products" {
          domain_name = "products"

          domain_endpoint_options {
            enforce_https       = true
            tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_opensearch_domain" "products" {
        domain_name = "products"

        domain_endpoint_options {
          enforce_https       = true
          tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
        }
      }
    `,
  ],

  evaluate(domain, report) {
    const options = domain.mayHaveBlock(OPTIONS);
    const enforced = domain.attribute(`${OPTIONS}.enforce_https`);
    if (options === 'false') {
      report.fail({ message: 'missing', at: domain, fix: edit.appendBlock(domain, SAFE_ENDPOINT) });
    } else if (enforced.truth() === 'false') {
      const fix = edit.setAttribute(domain, `${OPTIONS}.enforce_https`, 'true');
      report.fail({ message: 'disabled', at: enforced, fix });
    } else if (options === 'unknown' || enforced.truth() === 'unknown') {
      report.undetermined({ at: enforced });
    }
  },
});
