import type { Answer } from '../../kit/index.ts';
import { allOf, anyOf, defineCheck, endsWithText, hcl } from '../../kit/index.ts';
import { inlineGrantsOf } from '../iam-grants.ts';
import { forbidMembers } from './forbid-members.ts';
import { ALL_GRANTS } from './granting-types.ts';
import { isUser } from './members-of-accounts.ts';

/** Services where anybody can open a mailbox. */
const PERSONAL_DOMAINS = [
  'aol.com',
  'fastmail.com',
  'gmail.com',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hey.com',
  'hotmail.co.uk',
  'hotmail.com',
  'hotmail.fr',
  'icloud.com',
  'live.com',
  'mac.com',
  'mail.com',
  'mail.ru',
  'me.com',
  'msn.com',
  'outlook.com',
  'pm.me',
  'proton.me',
  'protonmail.com',
  'qq.com',
  'tutanota.com',
  'web.de',
  'yahoo.co.jp',
  'yahoo.co.uk',
  'yahoo.com',
  'yahoo.de',
  'yahoo.fr',
  'yandex.com',
  'yandex.ru',
  'ymail.com',
  'zoho.com',
];

export default defineCheck({
  id: 'google-iam-no-personal-emails',
  since: '1.0.0',
  severity: 'LOW',
  resource: ALL_GRANTS,

  title: 'Roles should not be granted to private mail accounts',
  why: 'A private account belongs to a person, not to the organisation: nobody can require a second factor, reset it, or close it when the person leaves.',
  harm: 'Who takes over the mailbox, or leaves the company with it, has access.',
  remedy: 'Grant the role to an account or group of the organisation.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam',
    'https://cloud.google.com/resource-manager/docs/organization-policy/restricting-domains',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0069', 'GCP-0069', 'not-proper-email-account-in-use'],
  },

  messages: {
    personal: '`{address}` grants a role to a private mail account (`{value}`)',
  },

  examples: [
    {
      bad: hcl`
        resource "google_project_iam_member" "developer" {
          project = "shop-prod"
          role    = "roles/viewer"
          member  = "user:ann.example@gmail.com"
        }
      `,
      expect: 'personal',
    },
  ],
  good: [
    hcl`
      resource "google_project_iam_binding" "viewers" {
        project = "shop-prod"
        role    = "roles/viewer"
        members = ["group:accounting@example.com"]
      }
    `,
  ],

  evaluate(resource, report) {
    forbidMembers(inlineGrantsOf(resource), report, 'personal', isPersonal);
  },
});

/** Whether a member is a person with an address of one of the services. Domains have no case. */
function isPersonal(member: Member): Answer {
  const pieces = member.pieces.map((piece) => piece?.toLowerCase());
  const lowered = { ...member, pieces, text: member.text?.toLowerCase() };
  return allOf([isUser(member), anyOf(PERSONAL_DOMAINS.map((domain) => endsWithText(lowered, `@${domain}`)))]);
}
