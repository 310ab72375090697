import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-iam-no-conditions-workload-identity-pool-provider',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_iam_workload_identity_pool_provider',

  title: 'Workload identity providers should have a condition',
  why: 'A provider trusts the tokens of an outside issuer. Issuers such as GitHub give tokens to everyone, so without a condition every repository of the world may exchange its token.',
  harm: 'Strangers get tokens for the project.',
  remedy:
    'Set `attribute_condition` so that only your own organisation passes, such as `assertion.repository_owner_id == "123456789"`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/iam_workload_identity_pool_provider#attribute_condition',
    'https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines#conditions',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0068', 'GCP-0068'],
    checkov: ['CKV_GCP_118'],
  },

  messages: {
    missing: '`{address}` has no condition, so every identity of the issuer is let in',
    always: '`{address}` has a condition that is always true',
  },

  examples: [
    {
      bad: hcl`
        resource "google_iam_workload_identity_pool_provider" "github" {
          workload_identity_pool_id          = "deployment"
          workload_identity_pool_provider_id = "github"

          attribute_mapping = {
            "google.subject" = "assertion.sub"
          }

          oidc {
            issuer_uri = "https://token.actions.githubusercontent.com"
          }
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "google_iam_workload_identity_pool_provider" "github" {
          workload_identity_pool_id          = "deployment"
          workload_identity_pool_provider_id = "github"
          attribute_condition                = "true"

          attribute_mapping = {
            "google.subject" = "assertion.sub"
          }

          oidc {
            issuer_uri = "https://token.actions.githubusercontent.com"
          }
        }
      `,
      expect: 'always',
    },
  ],
  good: [
    hcl`
      resource "google_iam_workload_identity_pool_provider" "github" {
        workload_identity_pool_id          = "deployment"
        workload_identity_pool_provider_id = "github"
        attribute_condition                = "assertion.repository_owner_id == '123456789'"

        attribute_mapping = {
          "google.subject" = "assertion.sub"
        }

        oidc {
          issuer_uri = "https://token.actions.githubusercontent.com"
        }
      }
    `,
  ],

  evaluate(provider, report) {
    const condition = provider.attribute('attribute_condition');
    requireSet('attribute_condition')(provider, report);
    if (condition.text()?.trim() === 'true') report.fail({ message: 'always', at: condition });
  },
});
