import { defineCheck, equalsText, hcl } from '../../kit/index.ts';
import { isOn, settingOf } from './security-configuration.ts';

const AT_REST = ['EncryptionConfiguration', 'EnableAtRestEncryption'];
const PROVIDER_TYPE = [
  'EncryptionConfiguration',
  'AtRestEncryptionConfiguration',
  'LocalDiskEncryptionConfiguration',
  'EncryptionKeyProviderType',
];

export default defineCheck({
  id: 'aws-emr-enable-local-disk-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_emr_security_configuration',

  title: 'EMR should encrypt the local disks of its nodes',
  why: 'The nodes of a cluster spill data to their local disks. A security configuration encrypts them when it says where the keys come from: from KMS (`AwsKms`) or from a provider of your own (`Custom`).',
  harm: 'Whoever gets at a disk reads the data that was processed.',
  remedy: 'Add `LocalDiskEncryptionConfiguration` with an `EncryptionKeyProviderType` and its key.',
  links: [
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_security_configuration',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0139', 'AWS-0139'],
    checkov: ['CKV_AWS_349'],
  },

  messages: {
    missing: '`{address}` has no `LocalDiskEncryptionConfiguration` with keys, so local disks are not encrypted',
    empty: '`{address}` leaves `EncryptionKeyProviderType` empty, so local disks are not encrypted',
    disabled: '`{address}` sets `EnableAtRestEncryption` to false, so local disks are not encrypted',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_emr_security_configuration" "reports" {
          name = "reports"

          configuration = jsonencode({
            EncryptionConfiguration = {
              EnableAtRestEncryption    = true
              EnableInTransitEncryption = false

              AtRestEncryptionConfiguration = {
                S3EncryptionConfiguration = {
                  EncryptionMode = "SSE-S3"
                }
              }
            }
          })
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "aws_emr_security_configuration" "reports" {
          name = "reports"

          configuration = jsonencode({
            EncryptionConfiguration = {
              EnableAtRestEncryption    = true
              EnableInTransitEncryption = false

              AtRestEncryptionConfiguration = {
                LocalDiskEncryptionConfiguration = {
                  EncryptionKeyProviderType = ""
                }
              }
            }
          })
        }
      `,
      expect: 'empty',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "reports" {
        enable_key_rotation = true
      }

      resource "aws_emr_security_configuration" "reports" {
        name = "reports"

        configuration = jsonencode({
          EncryptionConfiguration = {
            EnableAtRestEncryption    = true
            EnableInTransitEncryption = false

            AtRestEncryptionConfiguration = {
              LocalDiskEncryptionConfiguration = {
                EncryptionKeyProviderType = "AwsKms"
                AwsKmsKey                 = aws_kms_key.reports.arn
              }
            }
          }
        })
      }
    `,
  ],

  evaluate(resource, report) {
    const configuration = resource.attribute('configuration');
    const providerType = settingOf(configuration, PROVIDER_TYPE);
    const atRest = settingOf(configuration, AT_REST);
    if (providerType === undefined || atRest === undefined) return;
    const { node } = providerType;
    if (providerType.state === 'absent' || (node !== undefined && node.kind !== 'text' && node.kind !== 'unknown')) {
      report.fail({ message: 'missing', at: providerType.at });
      return;
    }
    const isEmpty = node?.kind === 'text' ? equalsText(node, '') : 'unknown';
    // EMR ignores the keys when encryption at rest is switched off as a whole.
    const isOff = atRest.state === 'known' && isOn(atRest) === 'false';
    if (isEmpty === 'true') report.fail({ message: 'empty', at: providerType.at });
    else if (isOff) report.fail({ message: 'disabled', at: atRest.at });
    else if (isEmpty === 'unknown') report.undetermined({ at: providerType.at });
  },
});
