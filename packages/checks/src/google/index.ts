// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import bigqueryNoPublicAccess from './bigquery/no-public-access.ts';
import computeDisableAllowAllPorts from './compute/disable-allow-all-ports.ts';
import computeDisableDefaultFirewallRules from './compute/disable-default-firewall-rules.ts';
import computeDisablePortRangeRule from './compute/disable-port-range-rule.ts';
import computeDiskEncryptionCustomerKey from './compute/disk-encryption-customer-key.ts';
import computeDiskEncryptionNoPlaintextKey from './compute/disk-encryption-no-plaintext-key.ts';
import computeEnableShieldedVmIm from './compute/enable-shielded-vm-im.ts';
import computeEnableShieldedVmSb from './compute/enable-shielded-vm-sb.ts';
import computeEnableShieldedVmVtpm from './compute/enable-shielded-vm-vtpm.ts';
import computeEnableSubnetworkPrivateGoogleAccess from './compute/enable-subnetwork-private-google-access.ts';
import computeEnableVpcFlowLogs from './compute/enable-vpc-flow-logs.ts';
import computeGoogleComputeSubnetworkLogging from './compute/google-compute-subnetwork-logging.ts';
import computeNoDefaultServiceAccount from './compute/no-default-service-account.ts';
import computeNoIpForwarding from './compute/no-ip-forwarding.ts';
import computeNoOpenRdpAccess from './compute/no-open-rdp-access.ts';
import computeNoOsloginOverride from './compute/no-oslogin-override.ts';
import computeNoProjectWideSshKeys from './compute/no-project-wide-ssh-keys.ts';
import computeNoPublicEgress from './compute/no-public-egress.ts';
import computeNoPublicIngress from './compute/no-public-ingress.ts';
import computeNoPublicIp from './compute/no-public-ip.ts';
import computeNoSerialPort from './compute/no-serial-port.ts';
import computeProjectLevelOslogin from './compute/project-level-oslogin.ts';
import computeRestrictSshAccess from './compute/restrict-ssh-access.ts';
import computeUseSecureTlsPolicy from './compute/use-secure-tls-policy.ts';
import computeVmDiskEncryptionCustomerKey from './compute/vm-disk-encryption-customer-key.ts';
import dnsEnableDnssec from './dns/enable-dnssec.ts';
import dnsNoRsaSha1 from './dns/no-rsa-sha1.ts';
import gkeEnableAutoRepair from './gke/enable-auto-repair.ts';
import gkeEnableAutoUpgrade from './gke/enable-auto-upgrade.ts';
import gkeEnableIpAliasing from './gke/enable-ip-aliasing.ts';
import gkeEnableMasterNetworks from './gke/enable-master-networks.ts';
import gkeEnableNetworkPolicy from './gke/enable-network-policy.ts';
import gkeEnablePrivateCluster from './gke/enable-private-cluster.ts';
import gkeEnableStackdriverLogging from './gke/enable-stackdriver-logging.ts';
import gkeEnableStackdriverMonitoring from './gke/enable-stackdriver-monitoring.ts';
import gkeEnforcePodSecurityPolicy from './gke/enforce-pod-security-policy.ts';
import gkeMetadataEndpointsDisabled from './gke/metadata-endpoints-disabled.ts';
import gkeNoLegacyAuthentication from './gke/no-legacy-authentication.ts';
import gkeNoPublicControlPlane from './gke/no-public-control-plane.ts';
import gkeNodeMetadataSecurity from './gke/node-metadata-security.ts';
import gkeNodePoolUsesCos from './gke/node-pool-uses-cos.ts';
import gkeNodeShieldingEnabled from './gke/node-shielding-enabled.ts';
import gkeUseClusterLabels from './gke/use-cluster-labels.ts';
import gkeUseRbacPermissions from './gke/use-rbac-permissions.ts';
import gkeUseServiceAccount from './gke/use-service-account.ts';
import iamConfigureAuditLogging from './iam/configure-audit-logging.ts';
import iamNoConditionsWorkloadIdentityPoolProvider from './iam/no-conditions-workload-identity-pool-provider.ts';
import iamNoDefaultNetwork from './iam/no-default-network.ts';
import iamNoFolderLevelDefaultServiceAccountAssignment from './iam/no-folder-level-default-service-account-assignment.ts';
import iamNoFolderLevelServiceAccountImpersonation from './iam/no-folder-level-service-account-impersonation.ts';
import iamNoOrgLevelDefaultServiceAccountAssignment from './iam/no-org-level-default-service-account-assignment.ts';
import iamNoOrgLevelServiceAccountImpersonation from './iam/no-org-level-service-account-impersonation.ts';
import iamNoPersonalEmails from './iam/no-personal-emails.ts';
import iamNoPrivilegedServiceAccounts from './iam/no-privileged-service-accounts.ts';
import iamNoProjectLevelDefaultServiceAccountAssignment from './iam/no-project-level-default-service-account-assignment.ts';
import iamNoProjectLevelServiceAccountImpersonation from './iam/no-project-level-service-account-impersonation.ts';
import iamNoUserGrantedPermissions from './iam/no-user-granted-permissions.ts';
import kmsRotateKmsKeys from './kms/rotate-kms-keys.ts';
import sqlEnableBackup from './sql/enable-backup.ts';
import sqlEnablePgTempFileLogging from './sql/enable-pg-temp-file-logging.ts';
import sqlEncryptInTransitData from './sql/encrypt-in-transit-data.ts';
import sqlMysqlNoLocalInfile from './sql/mysql-no-local-infile.ts';
import sqlNoContainedDbAuth from './sql/no-contained-db-auth.ts';
import sqlNoCrossDbOwnershipChaining from './sql/no-cross-db-ownership-chaining.ts';
import sqlNoPublicAccess from './sql/no-public-access.ts';
import sqlPgLogCheckpoints from './sql/pg-log-checkpoints.ts';
import sqlPgLogConnections from './sql/pg-log-connections.ts';
import sqlPgLogDisconnections from './sql/pg-log-disconnections.ts';
import sqlPgLogErrors from './sql/pg-log-errors.ts';
import sqlPgLogLockWaits from './sql/pg-log-lock-waits.ts';
import sqlPgNoMinStatementLogging from './sql/pg-no-min-statement-logging.ts';
import storageBucketEncryptionCustomerKey from './storage/bucket-encryption-customer-key.ts';
import storageEnableBucketLogging from './storage/enable-bucket-logging.ts';
import storageEnableBucketVersioning from './storage/enable-bucket-versioning.ts';
import storageEnableUbla from './storage/enable-ubla.ts';
import storageNoPublicAccess from './storage/no-public-access.ts';

// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
  bigqueryNoPublicAccess,
  computeDisableAllowAllPorts,
  computeDisableDefaultFirewallRules,
  computeDisablePortRangeRule,
  computeDiskEncryptionCustomerKey,
  computeDiskEncryptionNoPlaintextKey,
  computeEnableShieldedVmIm,
  computeEnableShieldedVmSb,
  computeEnableShieldedVmVtpm,
  computeEnableSubnetworkPrivateGoogleAccess,
  computeEnableVpcFlowLogs,
  computeGoogleComputeSubnetworkLogging,
  computeNoDefaultServiceAccount,
  computeNoIpForwarding,
  computeNoOpenRdpAccess,
  computeNoOsloginOverride,
  computeNoProjectWideSshKeys,
  computeNoPublicEgress,
  computeNoPublicIngress,
  computeNoPublicIp,
  computeNoSerialPort,
  computeProjectLevelOslogin,
  computeRestrictSshAccess,
  computeUseSecureTlsPolicy,
  computeVmDiskEncryptionCustomerKey,
  dnsEnableDnssec,
  dnsNoRsaSha1,
  gkeEnableAutoRepair,
  gkeEnableAutoUpgrade,
  gkeEnableIpAliasing,
  gkeEnableMasterNetworks,
  gkeEnableNetworkPolicy,
  gkeEnablePrivateCluster,
  gkeEnableStackdriverLogging,
  gkeEnableStackdriverMonitoring,
  gkeEnforcePodSecurityPolicy,
  gkeMetadataEndpointsDisabled,
  gkeNoLegacyAuthentication,
  gkeNoPublicControlPlane,
  gkeNodeMetadataSecurity,
  gkeNodePoolUsesCos,
  gkeNodeShieldingEnabled,
  gkeUseClusterLabels,
  gkeUseRbacPermissions,
  gkeUseServiceAccount,
  iamConfigureAuditLogging,
  iamNoConditionsWorkloadIdentityPoolProvider,
  iamNoDefaultNetwork,
  iamNoFolderLevelDefaultServiceAccountAssignment,
  iamNoFolderLevelServiceAccountImpersonation,
  iamNoOrgLevelDefaultServiceAccountAssignment,
  iamNoOrgLevelServiceAccountImpersonation,
  iamNoPersonalEmails,
  iamNoPrivilegedServiceAccounts,
  iamNoProjectLevelDefaultServiceAccountAssignment,
  iamNoProjectLevelServiceAccountImpersonation,
  iamNoUserGrantedPermissions,
  kmsRotateKmsKeys,
  sqlEnableBackup,
  sqlEnablePgTempFileLogging,
  sqlEncryptInTransitData,
  sqlMysqlNoLocalInfile,
  sqlNoContainedDbAuth,
  sqlNoCrossDbOwnershipChaining,
  sqlNoPublicAccess,
  sqlPgLogCheckpoints,
  sqlPgLogConnections,
  sqlPgLogDisconnections,
  sqlPgLogErrors,
  sqlPgLogLockWaits,
  sqlPgNoMinStatementLogging,
  storageBucketEncryptionCustomerKey,
  storageEnableBucketLogging,
  storageEnableBucketVersioning,
  storageEnableUbla,
  storageNoPublicAccess,
];
