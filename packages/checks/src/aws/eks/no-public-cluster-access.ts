import type { Fix, ResourceView } from '../../kit/index.ts';
import { defineCheck, edit, hcl } from '../../kit/index.ts';

const PUBLIC = 'vpc_config.endpoint_public_access';
const PRIVATE = 'vpc_config.endpoint_private_access';
const CAUTION = 'operators and pipelines outside of the network lose access';

export default defineCheck({
  id: 'aws-eks-no-public-cluster-access',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'aws_eks_cluster',

  title: 'The API of EKS clusters should not be public',
  why: 'Unless told otherwise, EKS puts the Kubernetes API of a cluster on the internet. Callers still have to prove who they are, but a leaked token or a flaw in the server can be used from anywhere. A private endpoint is there for the VPC and connected networks only.',
  harm: 'The API of the cluster can be attacked from the internet.',
  remedy: 'Set `endpoint_public_access = false` and `endpoint_private_access = true` in `vpc_config`.',
  links: [
    'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster#vpc_config-arguments',
  ],
  alsoKnownAs: {
    tfsec: ['AWS069'],
    trivy: ['AVD-AWS-0040', 'AWS-0040'],
    checkov: ['CKV_AWS_39'],
  },

  messages: {
    missing: '`{address}` has a public API: it does not set `endpoint_public_access`',
    enabled: '`{address}` has a public API',
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
          name     = "shop"
          role_arn = "arn:aws:iam::111122223333:role/eks-shop"

          vpc_config {
            subnet_ids              = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
            endpoint_public_access  = false
            endpoint_private_access = true
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_eks_cluster" "shop" {
          name     = "shop"
          role_arn = "arn:aws:iam::111122223333:role/eks-shop"

          vpc_config {
            subnet_ids              = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
            endpoint_public_access  = true
            endpoint_private_access = true
          }
        }
      `,
      expect: 'enabled',
      fixed: hcl`
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
    },
  ],
  good: () => [
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

  // A public endpoint for few addresses is reported too; `aws-eks-no-public-cluster-access-to-cidr` tells how few they are.
  evaluate(cluster, report) {
    const setting = cluster.attribute(PUBLIC);
    const isPublic = setting.truth();
    if (isPublic === 'unknown') report.undetermined({ at: setting });
    if (isPublic !== 'true' && isPublic !== 'absent') return;
    const message = isPublic === 'true' ? 'enabled' : 'missing';
    report.fail({ message, at: setting, fix: edit.withCaution(fixOf(cluster), CAUTION) });
  },
});

/** AWS refuses a cluster with neither endpoint. A block that is missing would need subnets too. */
function fixOf(cluster: ResourceView): Fix | undefined {
  if (cluster.block('vpc_config') === undefined) return undefined;
  const close = edit.setAttribute(cluster, PUBLIC, 'false');
  const isPrivate = cluster.attribute(PRIVATE).truth() === 'true';
  return isPrivate ? close : edit.all(close, edit.setAttribute(cluster, PRIVATE, 'true'));
}
