import { defineCheck, edit, hcl } from '../../kit/index.ts';

const SETTING = 'drop_invalid_header_fields';

export default defineCheck({
  id: 'aws-elb-drop-invalid-headers',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_lb', 'aws_alb'],

  title: 'Application load balancers should drop malformed headers',
  why: 'Header names that break the rules of HTTP are read differently by different servers. Request smuggling hides a second request in such a difference. The load balancer can remove them before they reach the servers.',
  harm: 'An attacker can slip requests past the load balancer and take over those of others.',
  remedy: 'Set `drop_invalid_header_fields = true`.',
  links: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb#drop_invalid_header_fields',
  ],
  alsoKnownAs: {
    tfsec: ['AWS083'],
    trivy: ['AVD-AWS-0052', 'AWS-0052'],
    checkov: ['CKV_AWS_131'],
  },

  messages: {
    missing: '`{address}` passes malformed headers on: it does not set `drop_invalid_header_fields`',
    disabled: '`{address}` passes malformed headers on',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_lb" "shop" {
          name     = "shop"
          internal = true
          subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_lb" "shop" {
          name                       = "shop"
          internal                   = true
          subnets                    = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
          drop_invalid_header_fields = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_lb" "shop" {
          name                       = "shop"
          load_balancer_type         = "application"
          drop_invalid_header_fields = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_lb" "shop" {
          name                       = "shop"
          load_balancer_type         = "application"
          drop_invalid_header_fields = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_lb" "shop" {
        name                       = "shop"
        drop_invalid_header_fields = true
      }
    `,
    hcl`
      resource "aws_lb" "shop" {
        name               = "shop"
        load_balancer_type = "network"
      }
    `,
  ],

  evaluate(balancer, report) {
    // Only application load balancers read headers; it is what a missing type means.
    const type = balancer.attribute('load_balancer_type');
    const isApplication = type.equals('application', true);
    if (isApplication === 'false') return;
    const setting = balancer.attribute(SETTING);
    const isDropping = setting.truth();
    if (isDropping === 'true') return;
    if (isDropping === 'unknown') {
      report.undetermined({ at: setting });
    } else if (isApplication === 'unknown') {
      report.undetermined({ at: type });
    } else {
      const message = isDropping === 'absent' ? 'missing' : 'disabled';
      report.fail({ message, at: setting, fix: edit.setAttribute(balancer, SETTING, 'true') });
    }
  },
});
