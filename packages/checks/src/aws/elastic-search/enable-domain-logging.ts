import type { Answer, BlockView } from '../../kit/index.ts';
import { allOf, anyOf, defineCheck, edit, hcl } from '../../kit/index.ts';
import { DOMAINS } from './domains.ts';

const LOGS = 'log_publishing_options';

export default defineCheck({
  id: 'aws-elastic-search-enable-domain-logging',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: DOMAINS,

  title: 'Search domains should publish their audit log',
  why: 'The audit log tells who logged in to a domain, what they searched and what they changed. It reaches CloudWatch only when it is published. Audit logs need fine-grained access control (`advanced_security_options`) as well.',
  harm: 'Access to the data cannot be traced when it matters.',
  remedy: 'Add a `log_publishing_options` block with `log_type = "AUDIT_LOGS"` and a log group.',
  links: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain#log_publishing_options',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticsearch_domain#log_publishing_options',
  ],
  alsoKnownAs: {
    // AWS057 asked for any log, AWS070 for the audit log; tfsec 1.28 made one check of them.
    tfsec: ['AWS057', 'AWS070', 'aws-elastic-search-enable-logging', 'aws-elasticsearch-enable-domain-logging'],
    trivy: ['AVD-AWS-0042', 'AWS-0042'],
    checkov: ['CKV_AWS_317', 'CKV_AWS_84'],
  },

  messages: {
    missing: '`{address}` does not publish its audit log',
    disabled: '`{address}` switches the publishing of its audit log off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_opensearch_domain" "products" {
          domain_name = "products"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "aws_opensearch_domain" "products" {
          domain_name = "products"

          log_publishing_options {
            log_type                 = "AUDIT_LOGS"
            cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:products"
            enabled                  = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_opensearch_domain" "products" {
          domain_name = "products"

          log_publishing_options {
            log_type                 = "AUDIT_LOGS"
            cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:products"
            enabled                  = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_cloudwatch_log_group" "products" {
        name = "products"
      }

      resource "aws_opensearch_domain" "products" {
        domain_name = "products"

        log_publishing_options {
          log_type                 = "AUDIT_LOGS"
          cloudwatch_log_group_arn = aws_cloudwatch_log_group.products.arn
        }
      }
    `,
  ],

  evaluate(domain, report) {
    const blocks = domain.blocks(LOGS);
    const answers = blocks.map(publishesAudits);
    if (answers.includes('true')) return;
    const undecided = blocks[answers.indexOf('unknown')];
    if (undecided !== undefined) {
      report.undetermined({ at: undecided });
      return;
    }
    if (domain.mayHaveBlock(LOGS) === 'unknown') {
      report.undetermined({ at: domain });
      return;
    }
    const off = blocks.find((block) => isAudit(block) === 'true');
    if (off === undefined) report.fail({ message: 'missing', at: domain });
    else {
      const fix = edit.setAttribute(off, 'enabled', 'true');
      report.fail({ message: 'disabled', at: off.attribute('enabled'), fix });
    }
  },
});

function publishesAudits(block: BlockView): Answer {
  // `enabled` is true when it is not written.
  const enabled = block.attribute('enabled').truth();
  return allOf([block.exists, isAudit(block), enabled === 'absent' ? 'true' : enabled]);
}

function isAudit(block: BlockView): Answer {
  return anyOf([block.attribute('log_type').equals('AUDIT_LOGS', true)]);
}
