// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import computingAddDescriptionToSecurityGroup from './computing/add-description-to-security-group.ts';
import computingAddDescriptionToSecurityGroupRule from './computing/add-description-to-security-group-rule.ts';
import computingAddSecurityGroupToInstance from './computing/add-security-group-to-instance.ts';
import computingNoCommonPrivateInstance from './computing/no-common-private-instance.ts';
import computingNoPublicIngressSgr from './computing/no-public-ingress-sgr.ts';
import dnsRemoveVerifiedRecord from './dns/remove-verified-record.ts';
import nasAddDescriptionToNasSecurityGroup from './nas/add-description-to-nas-security-group.ts';
import nasNoCommonPrivateNasInstance from './nas/no-common-private-nas-instance.ts';
import nasNoPublicIngressNasSgr from './nas/no-public-ingress-nas-sgr.ts';
import networkAddSecurityGroupToRouter from './network/add-security-group-to-router.ts';
import networkAddSecurityGroupToVpnGateway from './network/add-security-group-to-vpn-gateway.ts';
import networkHttpNotUsed from './network/http-not-used.ts';
import networkNoCommonPrivateElb from './network/no-common-private-elb.ts';
import networkNoCommonPrivateRouter from './network/no-common-private-router.ts';
import networkUseSecureTlsPolicy from './network/use-secure-tls-policy.ts';
import rdbAddDescriptionToDbSecurityGroup from './rdb/add-description-to-db-security-group.ts';
import rdbNoCommonPrivateDbInstance from './rdb/no-common-private-db-instance.ts';
import rdbNoPublicDbAccess from './rdb/no-public-db-access.ts';
import rdbNoPublicIngressDbSgr from './rdb/no-public-ingress-db-sgr.ts';
import rdbSpecifyBackupRetention from './rdb/specify-backup-retention.ts';
import sslcertificateRemoveExpiredCertificates from './sslcertificate/remove-expired-certificates.ts';

// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
  computingAddDescriptionToSecurityGroup,
  computingAddDescriptionToSecurityGroupRule,
  computingAddSecurityGroupToInstance,
  computingNoCommonPrivateInstance,
  computingNoPublicIngressSgr,
  dnsRemoveVerifiedRecord,
  nasAddDescriptionToNasSecurityGroup,
  nasNoCommonPrivateNasInstance,
  nasNoPublicIngressNasSgr,
  networkAddSecurityGroupToRouter,
  networkAddSecurityGroupToVpnGateway,
  networkHttpNotUsed,
  networkNoCommonPrivateElb,
  networkNoCommonPrivateRouter,
  networkUseSecureTlsPolicy,
  rdbAddDescriptionToDbSecurityGroup,
  rdbNoCommonPrivateDbInstance,
  rdbNoPublicDbAccess,
  rdbNoPublicIngressDbSgr,
  rdbSpecifyBackupRetention,
  sslcertificateRemoveExpiredCertificates,
];
