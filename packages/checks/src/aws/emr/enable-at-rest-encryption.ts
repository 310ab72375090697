import { defineCheck, hcl } from '../../kit/index.ts';
import { isOn, settingOf } from './security-configuration.ts';

const PATH = ['EncryptionConfiguration', 'EnableAtRestEncryption'];

export default defineCheck({
  id: 'aws-emr-enable-at-rest-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_emr_security_configuration',

  title: 'EMR should encrypt data at rest',
  why: 'Clusters take their encryption from a security configuration. Without encryption at rest, EMR leaves what it writes to S3 and to the disks of its nodes readable.',
  harm: 'Whoever gets at the bucket or a disk reads the data that was processed.',
  remedy: 'Set `EnableAtRestEncryption` to `true` and describe the keys in `AtRestEncryptionConfiguration`.',
  links: [
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_security_configuration',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0137', 'AWS-0137'],
  },

  messages: {
    missing: '`{address}` does not set `EnableAtRestEncryption`, so data at rest is not encrypted',
    disabled: '`{address}` sets `EnableAtRestEncryption` to false, so data at rest is not encrypted',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_emr_security_configuration" "reports" {
          name = "reports"

          configuration = jsonencode({
            EncryptionConfiguration = {
              EnableAtRestEncryption    = false
              EnableInTransitEncryption = true
            }
          })
        }
      `,
      expect: 'disabled',
    },
    {
      bad: hcl`
        resource "aws_emr_security_configuration" "reports" {
          name = "reports"

          configuration = jsonencode({
            EncryptionConfiguration = {
              EnableInTransitEncryption = true
            }
          })
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "aws_emr_security_configuration" "reports" {
        name = "reports"

        configuration = jsonencode({
          EncryptionConfiguration = {
            EnableAtRestEncryption    = true
            EnableInTransitEncryption = true
          }
        })
      }
    `,
  ],

  // No fix: encryption needs keys or certificates that somebody has to choose.
  evaluate(resource, report) {
    const setting = settingOf(resource.attribute('configuration'), PATH);
    if (setting === undefined) return;
    const isEncrypted = isOn(setting);
    if (isEncrypted === 'unknown') report.undetermined({ at: setting.at });
    if (isEncrypted !== 'false') return;
    report.fail({ message: setting.state === 'absent' ? 'missing' : 'disabled', at: setting.at });
  },
});
