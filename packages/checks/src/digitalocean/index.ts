// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import computeEnforceHttps from './compute/enforce-https.ts';
import computeKubernetesAutoUpgradesNotEnabled from './compute/kubernetes-auto-upgrades-not-enabled.ts';
import computeNoPublicEgress from './compute/no-public-egress.ts';
import computeNoPublicIngress from './compute/no-public-ingress.ts';
import computeSurgeUpgradesNotEnabled from './compute/surge-upgrades-not-enabled.ts';
import computeUseSshKeys from './compute/use-ssh-keys.ts';
import spacesAclNoPublicRead from './spaces/acl-no-public-read.ts';
import spacesDisableForceDestroy from './spaces/disable-force-destroy.ts';
import spacesVersioningEnabled from './spaces/versioning-enabled.ts';

// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
  computeEnforceHttps,
  computeKubernetesAutoUpgradesNotEnabled,
  computeNoPublicEgress,
  computeNoPublicIngress,
  computeSurgeUpgradesNotEnabled,
  computeUseSshKeys,
  spacesAclNoPublicRead,
  spacesDisableForceDestroy,
  spacesVersioningEnabled,
];
