import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { inheritsEverything, logsEverything, logsType } from './audit-coverage.ts';

const ALL_TYPES = `
  audit_log_config {
    log_type = "ADMIN_READ"
  }
  audit_log_config {
    log_type = "DATA_READ"
  }
  audit_log_config {
    log_type = "DATA_WRITE"
  }
`;

describe('what an audit configuration logs', () => {
  it.each([
    ['"allServices"', ALL_TYPES, 'true'],
    ['"storage.googleapis.com"', ALL_TYPES, 'false'],
    ['var.service', ALL_TYPES, 'unknown'],
    ['"allServices"', 'audit_log_config {\n  log_type = "ADMIN_READ"\n}', 'false'],
    ['"allServices"', '', 'false'],
  ])('for %s', (service, types, answer) => {
    const config = viewOf(
      'google_project_iam_audit_config.shop',
      `
        variable "service" {
          type = string
        }

        resource "google_project_iam_audit_config" "shop" {
          project = "shop-prod"
          service = ${service}
          ${types}
        }
      `,
    );
    expect(logsEverything(config)).toBe(answer);
    expect(logsType(config, 'ADMIN_READ')).toBe(types === '' ? 'false' : 'true');
  });
});

describe('what a project inherits', () => {
  it.each([
    ['folder_id = "5"', folder('folders/5'), 'true'],
    ['folder_id = "6"', folder('folders/5'), 'unknown'],
    ['org_id = "1"', folder('folders/5'), 'false'],
    ['org_id = "1"', organisation('1'), 'true'],
    ['org_id = "2"', organisation('1'), 'false'],
    ['folder_id = "5"', organisation('1'), 'unknown'],
    ['org_id = "1"', '', 'false'],
  ])('with %s', (parent, elsewhere, answer) => {
    const text = `
      resource "google_project" "shop" {
        project_id = "shop-prod"
        ${parent}
      }
      ${elsewhere}
    `;
    expect(inheritsEverything(viewOf('google_project.shop', text))).toBe(answer);
  });
});

function folder(id: string): string {
  return `
    resource "google_folder_iam_audit_config" "all" {
      folder  = "${id}"
      service = "allServices"
      ${ALL_TYPES}
    }
  `;
}

function organisation(id: string): string {
  return `
    resource "google_organization_iam_audit_config" "all" {
      org_id  = "${id}"
      service = "allServices"
      ${ALL_TYPES}
    }
  `;
}
