// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import actionsNoPlainTextActionSecrets from './actions/no-plain-text-action-secrets.ts';
import branchProtectionsRequireSignedCommits from './branch_protections/require_signed_commits.ts';
import repositoriesEnableVulnerabilityAlerts from './repositories/enable_vulnerability_alerts.ts';
import repositoriesPrivate from './repositories/private.ts';

// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
  actionsNoPlainTextActionSecrets,
  branchProtectionsRequireSignedCommits,
  repositoriesEnableVulnerabilityAlerts,
  repositoriesPrivate,
];
