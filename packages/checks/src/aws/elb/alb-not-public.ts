import { defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-elb-alb-not-public',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_lb', 'aws_alb', 'aws_elb'],

  title: 'Load balancers should not face the internet unless somebody decided it',
  why: 'A load balancer without `internal = true` gets public addresses. That is often right; this check makes sure that it is meant.',
  harm: 'A service for inside becomes reachable for everybody by accident.',
  remedy:
    'Set `internal = true`. Where the load balancer is meant to be public, say so with an ignore comment and a reason.',
  links: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb#internal',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elb#internal',
  ],
  alsoKnownAs: {
    tfsec: ['AWS005', 'aws-elbv2-alb-not-public'],
    trivy: ['AVD-AWS-0053', 'AWS-0053'],
  },

  messages: {
    missing: '`{address}` does not say that it is internal, so it gets public addresses',
    public: '`{address}` gets public addresses',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_lb" "shop" {
          name    = "shop"
          subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "aws_lb" "shop" {
          name     = "shop"
          internal = false
          subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
        }
      `,
      expect: 'public',
    },
  ],
  good: () => [
    hcl`
      resource "aws_lb" "stock" {
        name     = "stock"
        internal = true
        subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
      }
    `,
  ],

  // No fix: another scheme means another load balancer with another name in DNS.
  evaluate(balancer, report) {
    // Gateway load balancers have private addresses only. Classic ones have no type.
    const type = balancer.type === 'aws_elb' ? undefined : balancer.attribute('load_balancer_type');
    const isGateway = type?.equals('gateway', true) ?? 'false';
    if (isGateway === 'true') return;
    const internal = balancer.attribute('internal');
    const isInternal = internal.truth();
    if (isInternal === 'true') return;
    if (isInternal === 'unknown') report.undetermined({ at: internal });
    else if (type !== undefined && isGateway === 'unknown') report.undetermined({ at: type });
    else report.fail({ message: isInternal === 'absent' ? 'missing' : 'public', at: internal });
  },
});
