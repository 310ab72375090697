import { defineCheck, edit, hcl } from '../../kit/index.ts';

const SETTING = 'enabled_cluster_log_types';

/** The logs of a control plane. Case matters. */
const LOG_TYPES: readonly string[] = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];

export default defineCheck({
  id: 'aws-eks-enable-control-plane-logging',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_eks_cluster',

  title: 'EKS clusters should send all logs of the control plane',
  why: 'The logs of the control plane show calls of the API, decisions about who is let in, and what is started where. EKS sends none unless asked, and what was not sent cannot be had later.',
  harm: 'Attacks on the cluster cannot be traced.',
  remedy:
    'Set `enabled_cluster_log_types` to all five: `api`, `audit`, `authenticator`, `controllerManager` and `scheduler`.',
  links: [
    'https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster#enabled_cluster_log_types',
  ],
  alsoKnownAs: {
    tfsec: ['AWS067'],
    trivy: ['AVD-AWS-0038', 'AWS-0038'],
    checkov: ['CKV_AWS_37'],
  },

  messages: {
    missing: '`{address}` sends no logs of its control plane',
    some: '`{address}` does not send these logs of its control plane: {types}',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_eks_cluster" "shop" {
          name     = "shop"
          role_arn = "arn:aws:iam::111122223333:role/eks-shop"

          vpc_config {
            subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
          }
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_eks_cluster" "shop" {
          name                      = "shop"
          role_arn                  = "arn:aws:iam::111122223333:role/eks-shop"
          enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

          vpc_config {
            subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_eks_cluster" "shop" {
          name                      = "shop"
          role_arn                  = "arn:aws:iam::111122223333:role/eks-shop"
          enabled_cluster_log_types = ["api", "audit"]

          vpc_config {
            subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
          }
        }
      `,
      expect: 'some',
      fixed: hcl`
        resource "aws_eks_cluster" "shop" {
          name                      = "shop"
          role_arn                  = "arn:aws:iam::111122223333:role/eks-shop"
          enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

          vpc_config {
            subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_eks_cluster" "shop" {
        name                      = "shop"
        role_arn                  = "arn:aws:iam::111122223333:role/eks-shop"
        enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

        vpc_config {
          subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
        }
      }
    `,
  ],

  // tfsec 1.28 gives a finding for each missing log; one that names them all says the same.
  evaluate(cluster, report) {
    const setting = cluster.attribute(SETTING);
    const sent = new Set(setting.items().map((item) => item.text()));
    const missing = LOG_TYPES.filter((type) => !sent.has(type));
    if (missing.length === 0) return;
    if (setting.hasUnknownItems) {
      report.undetermined({ at: setting });
      return;
    }
    const fix = edit.setAttribute(cluster, SETTING, `[${LOG_TYPES.map((type) => `"${type}"`).join(', ')}]`);
    if (missing.length === LOG_TYPES.length) report.fail({ message: 'missing', at: setting, fix });
    else report.fail({ message: 'some', at: setting, fix, values: { types: missing.join(', ') } });
  },
});
