import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { isOutdatedPolicy, RECOMMENDED_POLICY } from './tls-policies.ts';

const CAUTION = 'clients without TLS 1.2 can no longer connect';

export default defineCheck({
  id: 'aws-elb-use-secure-tls-policy',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: ['aws_lb_listener', 'aws_alb_listener'],

  title: 'Listeners of load balancers should not offer outdated versions of TLS',
  why: 'The security policy of a listener fixes the versions of TLS and the ciphers that it offers. Versions 1.0 and 1.1 have known weaknesses, and everyone who may still speak them can be made to.',
  harm: 'An attacker on the way can break the encryption of connections.',
  remedy: 'Set `ssl_policy` to one with TLS 1.2 as the lowest version, such as `ELBSecurityPolicy-TLS13-1-2-2021-06`.',
  links: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener#ssl_policy',
  ],
  alsoKnownAs: {
    tfsec: ['AWS010', 'aws-vpc-use-secure-tls-policy'],
    trivy: ['AVD-AWS-0047', 'AWS-0047'],
    checkov: ['CKV_AWS_103', 'CKV2_AWS_74'],
  },

  messages: {
    outdated: '`{address}` offers TLS 1.0 or 1.1 with the policy `{value}`',
    missing: '`{address}` names no `ssl_policy`, so AWS takes one that offers TLS 1.0',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_lb_listener" "web" {
          load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0123456789abcdef"
          port              = 443
          protocol          = "HTTPS"
          ssl_policy        = "ELBSecurityPolicy-TLS-1-1-2017-01"
          certificate_arn   = "arn:aws:acm:eu-west-1:111122223333:certificate/0d4c5f4a-1111-2222-3333-444455556666"

          default_action {
            type             = "forward"
            target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/0123456789abcdef"
          }
        }
      `,
      expect: 'outdated',
      fixed: hcl`
        resource "aws_lb_listener" "web" {
          load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0123456789abcdef"
          port              = 443
          protocol          = "HTTPS"
          ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
          certificate_arn   = "arn:aws:acm:eu-west-1:111122223333:certificate/0d4c5f4a-1111-2222-3333-444455556666"

          default_action {
            type             = "forward"
            target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/0123456789abcdef"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_lb_listener" "web" {
        load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0123456789abcdef"
        port              = 443
        protocol          = "HTTPS"
        ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
        certificate_arn   = "arn:aws:acm:eu-west-1:111122223333:certificate/0d4c5f4a-1111-2222-3333-444455556666"

        default_action {
          type             = "forward"
          target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/0123456789abcdef"
        }
      }
    `,
  ],

  evaluate(listener, report) {
    // Without a protocol there is no TLS, unless a policy says that there is.
    const protocol = listener.attribute('protocol');
    const isTls = protocol.isOneOf(['HTTPS', 'TLS'], true);
    const policy = listener.attribute('ssl_policy');
    const isOutdated = policy.matches(isOutdatedPolicy);
    if (isTls === 'false' || isOutdated === 'false') return;
    const fix = edit.withCaution(edit.setAttribute(listener, 'ssl_policy', `"${RECOMMENDED_POLICY}"`), CAUTION);
    if (isOutdated === 'absent') {
      // tfsec lets this pass, although the API then takes `ELBSecurityPolicy-2016-08`.
      if (isTls === 'true') report.fail({ message: 'missing', at: policy, fix });
      if (isTls === 'unknown') report.undetermined({ at: protocol });
    } else if (isOutdated === 'unknown') {
      report.undetermined({ at: policy });
    } else if (isTls === 'unknown') {
      report.undetermined({ at: protocol });
    } else {
      report.fail({ message: 'outdated', at: policy, fix });
    }
  },
});
