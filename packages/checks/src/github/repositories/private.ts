import { defineCheck, edit, hcl } from '../../kit/index.ts';

const CAUTION = 'the repository may be meant to be public';

export default defineCheck({
  id: 'github-repositories-private',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'github_repository',

  title: 'GitHub repositories should be private',
  why: 'Everybody can read a public repository, with its whole history. GitHub makes a repository public unless it is told otherwise.',
  harm: 'Source code, and every secret that was ever committed to it, can be read by anyone.',
  remedy: 'Set `visibility` to `private`, or to `internal` inside an enterprise.',
  links: [
    'https://docs.github.com/en/repositories/creating-and-managing-repositories/about-repositories#about-repository-visibility',
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository#visibility',
  ],
  alsoKnownAs: {
    tfsec: ['GIT001', 'GEN004'],
    trivy: ['AVD-GIT-0001', 'GIT-0001'],
    checkov: ['CKV_GIT_1'],
  },
  providerFacts: [
    {
      version: 'github',
      fact: '`private` is deprecated in favour of `visibility`, which wins when both are written.',
    },
  ],

  messages: {
    missing: '`{address}` says nothing of its visibility, so it is public',
    public: '`{address}` is public',
  },

  examples: () => [
    {
      bad: hcl`
        resource "github_repository" "orders" {
          name = "orders"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "github_repository" "orders" {
          name       = "orders"
          visibility = "private"
        }
      `,
    },
    {
      bad: hcl`
        resource "github_repository" "orders" {
          name       = "orders"
          visibility = "public"
        }
      `,
      expect: 'public',
      fixed: hcl`
        resource "github_repository" "orders" {
          name       = "orders"
          visibility = "private"
        }
      `,
    },
    {
      bad: hcl`
        resource "github_repository" "orders" {
          name    = "orders"
          private = false
        }
      `,
      expect: 'public',
      fixed: hcl`
        resource "github_repository" "orders" {
          name    = "orders"
          private = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "github_repository" "orders" {
        name       = "orders"
        visibility = "private"
      }
    `,
    hcl`
      resource "github_repository" "handbook" {
        name       = "handbook"
        visibility = "internal"
      }
    `,
  ],

  evaluate(repository, report) {
    const visibility = repository.attribute('visibility');
    const toPrivate = edit.withCaution(edit.setAttribute(repository, 'visibility', '"private"'), CAUTION);
    switch (visibility.equals('public', true)) {
      case 'true':
        report.fail({ message: 'public', at: visibility, fix: toPrivate });
        return;
      case 'unknown':
        report.undetermined({ at: visibility });
        return;
      case 'false':
        return;
      case 'absent':
        break;
    }
    const isPrivate = repository.attribute('private');
    switch (isPrivate.truth()) {
      case 'true':
        return;
      case 'unknown':
        report.undetermined({ at: isPrivate });
        return;
      case 'absent':
        report.fail({ message: 'missing', at: isPrivate, fix: toPrivate });
        return;
      case 'false':
        // Written together, the two arguments are refused, so the one that is there is set.
        report.fail({
          message: 'public',
          at: isPrivate,
          fix: edit.withCaution(edit.setAttribute(repository, 'private', 'true'), CAUTION),
        });
        return;
    }
  },
});
