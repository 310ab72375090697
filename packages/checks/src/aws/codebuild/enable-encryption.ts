import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-codebuild-enable-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_codebuild_project',

  title: 'CodeBuild should encrypt what it builds',
  why: 'CodeBuild encrypts its output unless it is told not to. The output often holds code that is about to be deployed, and its configuration; there is hardly ever a reason to leave it in the clear. A project that stores no output is left alone.',
  harm: 'Whoever gets at the storage reads what was built.',
  remedy: 'Remove `encryption_disabled` or set it to `false`.',
  links: [
    'https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_project#encryption_disabled',
  ],
  alsoKnownAs: {
    tfsec: ['AWS080'],
    trivy: ['AVD-AWS-0018', 'AWS-0018'],
    checkov: ['CKV_AWS_78'],
  },

  messages: {
    disabled: '`{address}` stores what it builds without encryption',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_codebuild_project" "shop" {
          name         = "shop"
          service_role = "arn:aws:iam::111122223333:role/build"

          artifacts {
            type                = "S3"
            location            = "shop-builds"
            encryption_disabled = true
          }

          environment {
            compute_type = "BUILD_GENERAL1_SMALL"
            image        = "aws/codebuild/standard:7.0"
            type         = "LINUX_CONTAINER"
          }

          source {
            type     = "GITHUB"
            location = "https://github.com/example/shop.git"
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_codebuild_project" "shop" {
          name         = "shop"
          service_role = "arn:aws:iam::111122223333:role/build"

          artifacts {
            type                = "S3"
            location            = "shop-builds"
            encryption_disabled = false
          }

          environment {
            compute_type = "BUILD_GENERAL1_SMALL"
            image        = "aws/codebuild/standard:7.0"
            type         = "LINUX_CONTAINER"
          }

          source {
            type     = "GITHUB"
            location = "https://github.com/example/shop.git"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_codebuild_project" "shop" {
        name         = "shop"
        service_role = "arn:aws:iam::111122223333:role/build"

        artifacts {
          type     = "S3"
          location = "shop-builds"
        }

        environment {
          compute_type = "BUILD_GENERAL1_SMALL"
          image        = "aws/codebuild/standard:7.0"
          type         = "LINUX_CONTAINER"
        }

        source {
          type     = "GITHUB"
          location = "https://github.com/example/shop.git"
        }
      }
    `,
    hcl`
      resource "aws_codebuild_project" "shop" {
        name         = "shop"
        service_role = "arn:aws:iam::111122223333:role/build"

        artifacts {
          type = "NO_ARTIFACTS"
        }

        environment {
          compute_type = "BUILD_GENERAL1_SMALL"
          image        = "aws/codebuild/standard:7.0"
          type         = "LINUX_CONTAINER"
        }

        source {
          type     = "GITHUB"
          location = "https://github.com/example/shop.git"
        }
      }
    `,
  ],

  evaluate(project, report) {
    // Secondary artifacts are stored by themselves, whatever the primary ones are.
    for (const artifacts of [...project.blocks('artifacts'), ...project.blocks('secondary_artifacts')]) {
      if (artifacts.attribute('type').equals('NO_ARTIFACTS', true) === 'true') continue;
      const disabled = artifacts.attribute('encryption_disabled');
      const truth = disabled.truth();
      if (truth === 'unknown') report.undetermined({ at: disabled });
      if (truth !== 'true') continue;
      report.fail({
        message: 'disabled',
        at: disabled,
        fix: edit.setAttribute(artifacts, 'encryption_disabled', 'false'),
      });
    }
  },
});
