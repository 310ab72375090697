import { defineCheck, hcl } from '../../kit/index.ts';
import { requireCustomerKey } from '../customer-key.ts';

export default defineCheck({
  id: 'aws-eks-encrypt-secrets',
  since: '1.0.0',
  // HIGH in tfsec. From Kubernetes 1.28 on EKS encrypts everything in etcd with a key that AWS owns, so only the choice of the key is left.
  severity: 'LOW',
  resource: 'aws_eks_cluster',

  title: 'EKS clusters should encrypt secrets with a key of your own',
  why: 'The secrets of Kubernetes lie in the database of the cluster. EKS encrypts them with a key that AWS owns, or not at all before version 1.28. With a key of your own, you decide who may decrypt them and see who did. Such a key can be added later, but not taken away.',
  harm: 'Nobody can restrict or trace who decrypts the secrets, nor withdraw the key in an emergency.',
  remedy:
    'Add an `encryption_config` block with `resources = ["secrets"]` and the ARN of your key as `key_arn` of its `provider` block.',
  links: [
    'https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster#encryption_config',
  ],
  alsoKnownAs: {
    tfsec: ['AWS066'],
    trivy: ['AVD-AWS-0039', 'AWS-0039'],
    checkov: ['CKV_AWS_58'],
  },

  messages: {
    missing: '`{address}` has no `encryption_config` block, so the key for secrets is not one of your own',
    resources: '`{address}` does not name `secrets` among what it encrypts',
    keyless: '`{address}` names no `key_arn`, so the key for secrets is not one of your own',
    managed: '`{address}` uses a key that AWS manages for its secrets, not one of your own',
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
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "secrets" {
        enable_key_rotation = true
      }

      resource "aws_eks_cluster" "shop" {
        name     = "shop"
        role_arn = "arn:aws:iam::111122223333:role/eks-shop"

        vpc_config {
          subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
        }

        encryption_config {
          resources = ["secrets"]

          provider {
            key_arn = aws_kms_key.secrets.arn
          }
        }
      }
    `,
  ],

  // No fix: the key has to exist, and it cannot be taken away again.
  evaluate(cluster, report) {
    const isEncrypted = cluster.mayHaveBlock('encryption_config');
    if (isEncrypted === 'false') {
      report.fail({ message: 'missing', at: cluster });
      return;
    }
    if (isEncrypted === 'unknown') {
      report.undetermined({ at: cluster });
      return;
    }
    const resources = cluster.attribute('encryption_config.resources');
    const hasSecrets = resources.items().some((item) => item.text() === 'secrets');
    if (hasSecrets) judgeKey(cluster, report);
    else if (resources.hasUnknownItems) report.undetermined({ at: resources });
    else report.fail({ message: 'resources', at: resources });
  },
});

const judgeKey = requireCustomerKey('encryption_config.provider.key_arn', 'eks');
