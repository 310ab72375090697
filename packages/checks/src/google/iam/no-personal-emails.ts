import type { Answer } from '../../kit/index.ts';
import { allOf, defineCheck, hcl } from '../../kit/index.ts';
import type { Member } from '../iam-grants.ts';
import { IAM_RESOURCES } from './iam-resources.ts';
import { forbidMembers, isUser } from './judge-grants.ts';

/** Where anyone can have an account. Some have one domain for each country. */
const PRIVATE_DOMAINS: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'outlook.com',
  'live.com',
  'msn.com',
  'aol.com',
  'icloud.com',
  'me.com',
  'protonmail.com',
  'proton.me',
  'mail.com',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'zoho.com',
  'fastmail.com',
  'hey.com',
  'mac.com',
  'mail.ru',
  'pm.me',
  'qq.com',
  'tutanota.com',
  'web.de',
  'yandex.com',
  'yandex.ru',
  'ymail.com',
]);

export default defineCheck({
  id: 'google-iam-no-personal-emails',
  since: '1.0.0',
  severity: 'LOW',
  resource: IAM_RESOURCES,

  title: 'Roles should not be given to private e-mail accounts',
  why: 'A private account is outside of the control of the organisation: nobody can ask for a second factor, lock it, or end it when its owner leaves.',
  harm: 'Access stays with people who left, or with whoever takes over their mail.',
  remedy: 'Give the role to a group of the organisation, or to accounts of its own domain.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam',
    'https://cloud.google.com/resource-manager/docs/organization-policy/restricting-domains',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0069', 'GCP-0069', 'not-proper-email-account-in-use'],
  },

  messages: {
    private: '`{address}` gives a role to a private account (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_project_iam_member" "shop" {
          project = "shop"
          role    = "roles/viewer"
          member  = "user:ann.smith@gmail.com"
        }
      `,
      expect: 'private',
    },
    {
      bad: hcl`
        data "google_iam_policy" "shop" {
          binding {
            role    = "roles/viewer"
            members = ["user:ann@example.com", "user:ben@yahoo.co.uk"]
          }
        }

        resource "google_project_iam_policy" "shop" {
          project     = "shop"
          policy_data = data.google_iam_policy.shop.policy_data
        }
      `,
      expect: 'private',
    },
  ],
  good: () => [
    hcl`
      resource "google_project_iam_member" "shop" {
        project = "shop"
        role    = "roles/viewer"
        member  = "user:ann@example.com"
      }
    `,
    hcl`
      resource "google_project_iam_member" "shop" {
        project = "shop"
        role    = "roles/viewer"
        member  = "group:ops@example.com"
      }
    `,
  ],

  evaluate: forbidMembers(isPrivate, 'private'),
});

/** The domain is what follows the last `@` of the last known piece. */
function isPrivate(member: Member): Answer {
  const isPerson = isUser(member);
  if (isPerson === 'false') return 'false';
  const last = member.pieces.at(-1);
  const at = last?.lastIndexOf('@') ?? -1;
  if (last === undefined || at < 0) return member.text === undefined ? 'unknown' : 'false';
  const domain = last.slice(at + 1).toLowerCase();
  return allOf([
    isPerson,
    PRIVATE_DOMAINS.has(domain) || /^(?:yahoo|hotmail|live|outlook)\.[a-z.]{2,6}$/.test(domain) ? 'true' : 'false',
  ]);
}
