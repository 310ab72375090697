import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { grantsOf } from '../iam-grants.ts';
import { isServiceAccount, isUser } from './judge-grants.ts';

describe('the kind of a member', () => {
  it.each([
    ['"user:ann@example.com"', 'true', 'false'],
    ['"serviceAccount:shop@shop-prod.iam.gserviceaccount.com"', 'false', 'true'],
    ['"group:accounting@example.com"', 'false', 'false'],
    ['"user:${var.name}"', 'true', 'false'],
    ['"serviceAccount:${var.name}"', 'false', 'true'],
    ['var.name', 'unknown', 'unknown'],
    ['google_service_account.shop.member', 'false', 'true'],
    ['data.google_service_account.shop.member', 'false', 'true'],
    ['data.google_compute_default_service_account.shop.member', 'false', 'true'],
  ])('of %s: person %s, service account %s', (written, person, account) => {
    const view = viewOf(
      'google_project_iam_member.shop',
      `
        variable "name" {
          type = string
        }

        resource "google_service_account" "shop" {
          account_id = "shop"
        }

        data "google_service_account" "shop" {
          account_id = "shop"
        }

        data "google_compute_default_service_account" "shop" {
        }

        resource "google_project_iam_member" "shop" {
          role   = "roles/viewer"
          member = ${written}
        }
      `,
    );
    const members = grantsOf(view).grants.flatMap((grant) => grant.members);
    expect(members.map(isUser)).toEqual([person]);
    expect(members.map(isServiceAccount)).toEqual([account]);
  });
});
