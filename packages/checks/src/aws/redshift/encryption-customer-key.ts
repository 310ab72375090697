import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { requireCustomerKey } from '../customer-key.ts';

/** A cluster that is restored has the key of its snapshot when it names none. */
const SNAPSHOTS = ['snapshot_identifier', 'snapshot_arn'];

export default defineCheck({
  id: 'aws-redshift-encryption-customer-key',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_redshift_cluster',

  title: 'Redshift clusters should be encrypted with a key of your own',
  why: 'A Redshift cluster holds what the whole company reports on. Encryption covers its disks, backups and snapshots. With a key of your own you also decide who may decrypt them, see each use, and can withdraw the key.',
  harm: 'Whoever gets at the storage or at a snapshot reads the data, and nobody can cut them off.',
  remedy: 'Leave `encrypted` on, and set `kms_key_id` to the ARN of your key.',
  links: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster#encrypted',
  ],
  alsoKnownAs: {
    tfsec: ['AWS094'],
    trivy: ['AVD-AWS-0084', 'AWS-0084'],
    checkov: ['CKV_AWS_64', 'CKV_AWS_142'],
  },
  providerFacts: [
    {
      version: 'aws < 6',
      fact: 'A cluster without `encrypted` is not encrypted; from 6.0 on it is, and that is what the check assumes.',
    },
  ],

  messages: {
    disabled: '`{address}` switches encryption off',
    keyless: '`{address}` names no `kms_key_id`, so the key belongs to AWS',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_kms_key" "reports" {
          enable_key_rotation = true
        }

        resource "aws_redshift_cluster" "reports" {
          cluster_identifier = "reports"
          node_type          = "ra3.xlplus"
          encrypted          = false
          kms_key_id         = aws_kms_key.reports.arn
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_kms_key" "reports" {
          enable_key_rotation = true
        }

        resource "aws_redshift_cluster" "reports" {
          cluster_identifier = "reports"
          node_type          = "ra3.xlplus"
          encrypted          = true
          kms_key_id         = aws_kms_key.reports.arn
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_redshift_cluster" "reports" {
          cluster_identifier = "reports"
          node_type          = "ra3.xlplus"
          encrypted          = true
        }
      `,
      expect: 'keyless',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "reports" {
        enable_key_rotation = true
      }

      resource "aws_redshift_cluster" "reports" {
        cluster_identifier = "reports"
        node_type          = "ra3.xlplus"
        encrypted          = true
        kms_key_id         = aws_kms_key.reports.arn
      }
    `,
  ],

  evaluate(cluster, report) {
    const encrypted = cluster.attribute('encrypted');
    const isEncrypted = encrypted.truth();
    if (isEncrypted === 'unknown') {
      report.undetermined({ at: encrypted });
    } else if (isEncrypted === 'false') {
      // AWS copies the data of a running cluster to an encrypted one; it is read-only for that time.
      const fix = edit.setAttribute(cluster, 'encrypted', 'true');
      const caution = 'the cluster is read-only while AWS encrypts it';
      report.fail({ message: 'disabled', at: encrypted, fix: edit.withCaution(fix, caution) });
    } else {
      requireKey(cluster, report);
    }
  },
});

const requireKey = requireCustomerKey('kms_key_id', 'redshift', {
  inherits: ({ resource }) =>
    SNAPSHOTS.some((name) => resource.attribute(name).isSet() !== 'false') ? 'unknown' : 'false',
});
