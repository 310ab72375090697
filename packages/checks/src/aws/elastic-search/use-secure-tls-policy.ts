import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { DOMAINS, SAFE_ENDPOINT, STRONGEST_POLICY } from './domains.ts';

const OPTIONS = 'domain_endpoint_options';
const POLICY = `${OPTIONS}.tls_security_policy`;

/** AWS adds policies from time to time; their names say the oldest version they allow. tfsec 1.28 knew one good name only. */
const SECURE = /^Policy-Min-TLS-1-[2-9]-/;

export default defineCheck({
  id: 'aws-elastic-search-use-secure-tls-policy',
  since: '1.0.0',
  severity: 'HIGH',
  resource: DOMAINS,

  title: 'Search domains should ask for TLS 1.2 or newer',
  why: 'TLS 1.0 and 1.1 have known weaknesses and are withdrawn as standards. A domain that names no policy still accepts them.',
  harm: 'Connections can be made to use a weak version, and then be read.',
  remedy: 'Set `tls_security_policy` to `Policy-Min-TLS-1-2-PFS-2023-10` in `domain_endpoint_options`.',
  links: [
    'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain#tls_security_policy',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticsearch_domain#tls_security_policy',
  ],
  alsoKnownAs: {
    tfsec: ['AWS034', 'aws-elasticsearch-use-secure-tls-policy'],
    trivy: ['AVD-AWS-0126', 'AWS-0126'],
    checkov: ['CKV_AWS_228'],
  },

  messages: {
    missing: '`{address}` names no `tls_security_policy`, so it accepts TLS 1.0',
    weak: '`{address}` accepts TLS versions before 1.2 with the policy `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_opensearch_domain" "products" {
          domain_name = "products"

          domain_endpoint_options {
            enforce_https = true
          }
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
            enforce_https       = true
            tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
          }
        }
      `,
      expect: 'weak',
      fixed: hcl`
        resource "aws_elasticsearch_domain" "products" {
          domain_name = "products"

          domain_endpoint_options {
            enforce_https       = true
            tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
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
    hcl`
      resource "aws_opensearch_domain" "products" {
        domain_name = "products"

        domain_endpoint_options {
          enforce_https       = true
          tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
        }
      }
    `,
  ],

  evaluate(domain, report) {
    const policy = domain.attribute(POLICY);
    const isSecure = policy.matches((name) => SECURE.test(name));
    if (isSecure === 'true') return;
    if (isSecure === 'unknown') {
      report.undetermined({ at: policy });
      return;
    }
    const isMissing = domain.mayHaveBlock(OPTIONS) === 'false';
    const fix = isMissing
      ? edit.appendBlock(domain, SAFE_ENDPOINT)
      : edit.setAttribute(domain, POLICY, JSON.stringify(STRONGEST_POLICY));
    const caution = 'clients that know TLS 1.1 and older only are refused';
    const message = policy.isSet() === 'false' ? 'missing' : 'weak';
    report.fail({ message, at: policy, fix: edit.withCaution(fix, caution) });
  },
});
