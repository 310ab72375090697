import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  // The underscores are those of the id that tfsec users know.
  id: 'github-branch_protections-require_signed_commits',
  since: '1.0.0',
  severity: 'HIGH',
  // tfsec and Trivy read the first type only; the second has the same argument with the same default.
  resource: ['github_branch_protection', 'github_branch_protection_v3'],

  title: 'Protected branches should accept signed commits only',
  why: 'Git believes whatever name a commit gives. A signature proves who made it, and branch protection can refuse commits without one.',
  harm: 'Somebody who can push puts changes into the branch under the name of another person.',
  remedy: 'Set `require_signed_commits` to `true`.',
  links: [
    'https://docs.github.com/en/authentication/managing-commit-signature-verification/about-commit-signature-verification',
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection#require_signed_commits',
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection_v3#require_signed_commits',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GIT-0004', 'GIT-0004', 'github-branchprotections-require-signed-commits'],
    checkov: ['CKV_GIT_6'],
  },

  messages: {
    missing: '`{address}` does not set `require_signed_commits`, so unsigned commits are accepted',
    disabled: '`{address}` accepts unsigned commits',
  },

  examples: () => [
    {
      bad: hcl`
        resource "github_branch_protection" "orders" {
          repository_id = "orders"
          pattern       = "main"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "github_branch_protection" "orders" {
          repository_id          = "orders"
          pattern                = "main"
          require_signed_commits = true
        }
      `,
    },
    {
      bad: hcl`
        resource "github_branch_protection" "orders" {
          repository_id          = "orders"
          pattern                = "main"
          require_signed_commits = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "github_branch_protection" "orders" {
          repository_id          = "orders"
          pattern                = "main"
          require_signed_commits = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "github_branch_protection" "orders" {
        repository_id          = "orders"
        pattern                = "main"
        require_signed_commits = true
      }
    `,
  ],

  evaluate: requireTrue('require_signed_commits', { caution: 'pushes with unsigned commits are refused' }),
});
