import { defineCheck, hcl } from '../../kit/index.ts';

/** Conditions that let every identity in. */
const ALWAYS_TRUE = ['true', '(true)', '1 == 1', '1==1'];

export default defineCheck({
  id: 'google-iam-no-conditions-workload-identity-pool-provider',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_iam_workload_identity_pool_provider',

  title: 'Workload identity providers should have a condition',
  why: 'A provider accepts the tokens of an outside issuer. Without a condition it accepts all of them: those of every repository on GitHub, or of every account of the service.',
  harm: 'Strangers can exchange their own tokens for identities of the pool, and use whatever roles these have.',
  remedy: 'Set `attribute_condition`, for example to the organisation: `assertion.repository_owner == "shop"`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/iam_workload_identity_pool_provider#attribute_condition',
    'https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines#conditions',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0068', 'GCP-0068'],
    checkov: ['CKV_GCP_118'],
  },

  messages: {
    missing: '`{address}` accepts every identity of its issuer, as it has no `attribute_condition`',
    always: '`{address}` accepts every identity of its issuer, as its condition always holds (`{value}`)',
  },

  examples: () => [
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
  good: () => [
    hcl`
      resource "google_iam_workload_identity_pool_provider" "github" {
        workload_identity_pool_id          = "deployment"
        workload_identity_pool_provider_id = "github"
        attribute_condition                = "assertion.repository_owner == 'shop'"

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
    const isMissing = condition.matches((text) => text.trim() === '');
    const isAlways = condition.matches((text) => ALWAYS_TRUE.includes(text.trim().toLowerCase()));
    if (isMissing === 'absent' || isMissing === 'true') report.fail({ message: 'missing', at: condition });
    else if (isAlways === 'true') report.fail({ message: 'always', at: condition });
    // `assertion.repository_owner == '${var.owner}'` is a condition, whoever the owner is.
    else if (condition.isSet() === 'unknown') report.undetermined({ at: condition });
  },
});
