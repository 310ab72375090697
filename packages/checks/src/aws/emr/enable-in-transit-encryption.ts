import { defineCheck, hcl } from '../../kit/index.ts';
import { isOn, settingOf } from './security-configuration.ts';

const PATH = ['EncryptionConfiguration', 'EnableInTransitEncryption'];

export default defineCheck({
  id: 'aws-emr-enable-in-transit-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_emr_security_configuration',

  title: 'EMR should encrypt data in transit',
  why: 'Clusters take their encryption from a security configuration. Without encryption in transit, the nodes exchange data in the clear while they work on it.',
  harm: 'Data can be read and changed on its way between the nodes.',
  remedy: 'Set `EnableInTransitEncryption` to `true` and give certificates in `InTransitEncryptionConfiguration`.',
  links: [
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_security_configuration',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0138', 'AWS-0138'],
    checkov: ['CKV_AWS_351'],
  },

  messages: {
    missing: '`{address}` does not set `EnableInTransitEncryption`, so traffic between the nodes is not encrypted',
    disabled: '`{address}` sets `EnableInTransitEncryption` to false, so traffic between the nodes is not encrypted',
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
              EnableAtRestEncryption = true
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
