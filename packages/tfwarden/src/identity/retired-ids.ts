/** Ids that once existed and have no successor, and why. From tfsec's history between 0.40 and 0.63. */
export const RETIRED_IDS: ReadonlyMap<string, string> = new Map(
  [
    'azure-appservice-detailed-error-messages-enabled',
    'azure-appservice-dotnet-framework-version',
    'azure-appservice-failed-request-tracing-enabled',
    'azure-appservice-ftp-deployments-disabled',
    'azure-appservice-http-logs-enabled',
    'azure-appservice-php-version',
    'azure-appservice-python-version',
    'azure-functionapp-authentication-enabled',
    'azure-functionapp-enable-http2',
    'azure-security-center-defender-on-container',
    'azure-securitycenter-defender-on-appservices',
    'azure-securitycenter-defender-on-container-registry',
    'azure-securitycenter-defender-on-keyvault',
    'azure-securitycenter-defender-on-kubernetes',
  ].map((id) => [id, 'tfsec dropped this check before 1.0 and nothing replaces it']),
);

/** What became of a legacy code whose meaning moved to another check; shown by `explain` and on the page of the code. */
export const LEGACY_NOTES: ReadonlyMap<string, string> = new Map([
  ['AWS046', 'Superseded by the wildcard check, which AWS099 became too.'],
  ['AWS054', 'Same subject as AWS033; one check stands for both.'],
  ['AWS055', 'Same subject as AWS032; one check stands for both.'],
  ['AWS070', 'Same subject as AWS057; one check stands for both.'],
  ['AWS072', 'Same subject as AWS020; one check stands for both.'],
  ['AZU005', 'tfsec dropped the old id; the check for disabled password authentication stands for it.'],
  ['AZU010', 'Same subject as AZU014; one check stands for both.'],
  ['GCP001', 'tfsec dropped the old id; the check for customer keys of disks stands for it.'],
  ['GCP002', 'tfsec published a page for this code but never shipped a check with it.'],
  ['GEN001', 'tfsec removed its secrets checks in 1.9.0; tfwarden has them.'],
  ['GEN002', 'tfsec removed its secrets checks in 1.9.0; tfwarden has them.'],
  ['GEN003', 'tfsec removed its secrets checks in 1.9.0; tfwarden has them.'],
  ['GEN004', 'Moved to GIT001; one check stands for both.'],
  ['GEN005', 'tfsec removed its secrets checks in 1.9.0; tfwarden has them.'],
]);
