import type { Answer, AttributeView, ResourceView } from '../../kit/index.ts';
import { defineCheck, hcl } from '../../kit/index.ts';
import { isOfApplicationBalancer } from './load-balancer-of.ts';

export default defineCheck({
  id: 'aws-elb-http-not-used',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: ['aws_lb_listener', 'aws_alb_listener'],

  title: 'Listeners of load balancers should not serve plain HTTP',
  why: 'Plain HTTP carries requests, cookies and passwords in clear. A listener for HTTP is right only when all it does is to send clients on to HTTPS.',
  harm: 'Whoever is on the way between client and load balancer can read and change the traffic.',
  remedy:
    'Set `protocol = "HTTPS"` with a certificate, or make the listener redirect with `protocol = "HTTPS"` in its `redirect` block.',
  links: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener',
  ],
  alsoKnownAs: {
    tfsec: ['AWS004', 'aws-elbv2-http-not-used'],
    trivy: ['AVD-AWS-0054', 'AWS-0054'],
    checkov: ['CKV_AWS_2'],
  },

  messages: {
    http: '`{address}` serves plain HTTP',
    missing: '`{address}` sets no `protocol`, so it serves plain HTTP',
    redirect: '`{address}` redirects to plain HTTP: its redirect keeps the protocol or names `HTTP`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_lb_listener" "web" {
          load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0123456789abcdef"
          port              = 80
          protocol          = "HTTP"

          default_action {
            type             = "forward"
            target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/0123456789abcdef"
          }
        }
      `,
      expect: 'http',
    },
    {
      bad: hcl`
        resource "aws_lb_listener" "web" {
          load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0123456789abcdef"
          port              = 80
          protocol          = "HTTP"

          default_action {
            type = "redirect"

            redirect {
              host        = "shop.example.com"
              status_code = "HTTP_301"
            }
          }
        }
      `,
      expect: 'redirect',
    },
  ],
  good: () => [
    hcl`
      resource "aws_lb_listener" "web" {
        load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0123456789abcdef"
        port              = 80
        protocol          = "HTTP"

        default_action {
          type = "redirect"

          redirect {
            port        = "443"
            protocol    = "HTTPS"
            status_code = "HTTP_301"
          }
        }
      }
    `,
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
    const isApplication = isOfApplicationBalancer(listener);
    const protocol = listener.attribute('protocol');
    const isHttp = protocol.equals('HTTP', true);
    if (isApplication === 'false' || isHttp === 'false') return;
    const redirect = judgeRedirect(listener);
    if (redirect.isSecure === 'true') return;
    if (isHttp === 'unknown') report.undetermined({ at: protocol });
    else if (isApplication === 'unknown') report.undetermined({ at: listener.attribute('load_balancer_arn') });
    else if (redirect.isSecure === 'unknown') report.undetermined({ at: redirect.at ?? listener });
    else if (redirect.at !== undefined) report.fail({ message: 'redirect', at: redirect.at });
    else report.fail({ message: isHttp === 'absent' ? 'missing' : 'http', at: protocol });
  },
});

interface RedirectVerdict {
  readonly isSecure: Answer;
  /** The protocol of the redirect; undefined when the listener does something else. */
  readonly at: AttributeView | undefined;
}

/** Looks for a redirect among the actions. tfsec 1.28 accepts any; one that keeps the protocol (the default) leads to HTTP again. */
function judgeRedirect(listener: ResourceView): RedirectVerdict {
  let verdict: RedirectVerdict = {
    isSecure: listener.mayHaveBlock('default_action') === 'unknown' ? 'unknown' : 'false',
    at: undefined,
  };
  for (const action of listener.blocks('default_action')) {
    const isRedirect = action.attribute('type').equals('redirect', true);
    if (isRedirect === 'unknown') verdict = { isSecure: 'unknown', at: action.attribute('type') };
    if (isRedirect !== 'true') continue;
    const at = action.attribute('redirect.protocol');
    const isHttps = at.equals('HTTPS', true);
    return { isSecure: isHttps === 'absent' ? 'false' : isHttps, at };
  }
  return verdict;
}
