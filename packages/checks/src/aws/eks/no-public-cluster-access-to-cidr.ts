import { defineCheck, hcl } from '../../kit/index.ts';
import { isWideRange } from './wide-range.ts';

export default defineCheck({
  id: 'aws-eks-no-public-cluster-access-to-cidr',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'aws_eks_cluster',

  title: 'A public API of an EKS cluster should be for few addresses',
  why: 'Where the API of a cluster has to be public, the list of ranges that may call it is the last fence in front of it. Unless told otherwise it holds everybody.',
  harm: 'Anyone on the internet can talk to the API of the cluster.',
  remedy:
    'Set `public_access_cidrs` to the ranges of your operators and pipelines, or switch `endpoint_public_access` off.',
  links: [
    'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster#vpc_config-arguments',
  ],
  alsoKnownAs: {
    tfsec: ['AWS068'],
    trivy: ['AVD-AWS-0041', 'AWS-0041'],
    checkov: ['CKV_AWS_38'],
  },

  messages: {
    missing: '`{address}` has a public API for everybody: it does not set `public_access_cidrs`',
    wide: '`{address}` has a public API for `{value}`',
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
    },
    {
      bad: hcl`
        resource "aws_eks_cluster" "shop" {
          name     = "shop"
          role_arn = "arn:aws:iam::111122223333:role/eks-shop"

          vpc_config {
            subnet_ids             = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
            endpoint_public_access = true
            public_access_cidrs    = ["203.0.113.0/24", "0.0.0.0/0"]
          }
        }
      `,
      expect: 'wide',
    },
  ],
  good: () => [
    hcl`
      resource "aws_eks_cluster" "shop" {
        name     = "shop"
        role_arn = "arn:aws:iam::111122223333:role/eks-shop"

        vpc_config {
          subnet_ids             = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
          endpoint_public_access = true
          public_access_cidrs    = ["203.0.113.0/24"]
        }
      }
    `,
    hcl`
      resource "aws_eks_cluster" "shop" {
        name     = "shop"
        role_arn = "arn:aws:iam::111122223333:role/eks-shop"

        vpc_config {
          subnet_ids              = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
          endpoint_public_access  = false
          endpoint_private_access = true
        }
      }
    `,
  ],

  // tfsec 1.28 reports every public range, single addresses too, although only public ones make sense in this list. Narrow ranges pass.
  evaluate(cluster, report) {
    const endpoint = cluster.attribute('vpc_config.endpoint_public_access');
    const ranges = cluster.attribute('vpc_config.public_access_cidrs');
    const isPublic = endpoint.truth();
    // Without `vpc_config` the cluster is no valid one, and only the public endpoint is worth a word.
    if (isPublic === 'false' || cluster.mayHaveBlock('vpc_config') === 'false') return;
    const isListed = ranges.items().length > 0 ? 'true' : ranges.isSet();
    const wide = ranges.items().filter((range) => isWideRange(range.text() ?? ''));
    if (isPublic === 'unknown') {
      if (isListed !== 'true' || wide.length > 0) report.undetermined({ at: endpoint });
      return;
    }
    for (const range of wide) report.fail({ message: 'wide', at: range });
    if (isListed === 'false') report.fail({ message: 'missing', at: ranges });
    else if (isListed === 'unknown' || ranges.hasUnknownItems) report.undetermined({ at: ranges });
  },
});
