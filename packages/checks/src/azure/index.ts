// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import appserviceAccountIdentityRegistered from './appservice/account-identity-registered.ts';
import appserviceAuthenticationEnabled from './appservice/authentication-enabled.ts';
import appserviceEnableHttp2 from './appservice/enable-http2.ts';
import appserviceEnforceFtps from './appservice/enforce-ftps.ts';
import appserviceEnforceHttps from './appservice/enforce-https.ts';
import appserviceRequireClientCert from './appservice/require-client-cert.ts';
import appserviceSupportedPhpVersion from './appservice/supported-php-version.ts';
import appserviceSupportedPythonVersion from './appservice/supported-python-version.ts';
import appserviceUseSecureTlsPolicy from './appservice/use-secure-tls-policy.ts';
import appserviceWebAppHttpsOnly from './appservice/web-app-https-only.ts';
import authorizationLimitRoleActions from './authorization/limit-role-actions.ts';
import authorizationPreventCustomRoleCreation from './authorization/prevent-custom-role-creation.ts';
import computeDisablePasswordAuthentication from './compute/disable-password-authentication.ts';
import computeEnableDiskEncryption from './compute/enable-disk-encryption.ts';
import computeNoSecretsInCustomData from './compute/no-secrets-in-custom-data.ts';
import computeVmNotAttachedToNetwork from './compute/vm-not-attached-to-network.ts';
import containerConfiguredNetworkPolicy from './container/configured-network-policy.ts';
import containerEnableAzurePolicyAddon from './container/enable-azure-policy-addon.ts';
import containerEnableDiskEncryption from './container/enable-disk-encryption.ts';
import containerEnablePrivateCluster from './container/enable-private-cluster.ts';
import containerLimitAuthorizedIps from './container/limit-authorized-ips.ts';
import containerLogging from './container/logging.ts';
import containerUseRbacPermissions from './container/use-rbac-permissions.ts';
import databaseAllThreatAlertsEnabled from './database/all-threat-alerts-enabled.ts';
import databaseEnableAudit from './database/enable-audit.ts';
import databaseEnableSslEnforcement from './database/enable-ssl-enforcement.ts';
import databaseNoPublicAccess from './database/no-public-access.ts';
import databaseNoPublicFirewallAccess from './database/no-public-firewall-access.ts';
import databasePostgresConfigurationConnectionThrottling from './database/postgres-configuration-connection-throttling.ts';
import databasePostgresConfigurationLogCheckpoints from './database/postgres-configuration-log-checkpoints.ts';
import databasePostgresConfigurationLogConnections from './database/postgres-configuration-log-connections.ts';
import databaseRetentionPeriodSet from './database/retention-period-set.ts';
import databaseSecureTlsPolicy from './database/secure-tls-policy.ts';
import databaseThreatAlertEmailSet from './database/threat-alert-email-set.ts';
import databaseThreatAlertEmailToOwner from './database/threat-alert-email-to-owner.ts';
import datafactoryNoPublicAccess from './datafactory/no-public-access.ts';
import datalakeEnableAtRestEncryption from './datalake/enable-at-rest-encryption.ts';
import keyvaultContentTypeForSecret from './keyvault/content-type-for-secret.ts';
import keyvaultEnsureKeyExpiry from './keyvault/ensure-key-expiry.ts';
import keyvaultEnsureSecretExpiry from './keyvault/ensure-secret-expiry.ts';
import keyvaultNoPurge from './keyvault/no-purge.ts';
import keyvaultSpecifyNetworkAcl from './keyvault/specify-network-acl.ts';
import monitorActivityLogRetentionSet from './monitor/activity-log-retention-set.ts';
import monitorCaptureAllActivities from './monitor/capture-all-activities.ts';
import monitorCaptureAllRegions from './monitor/capture-all-regions.ts';
import networkDisableRdpFromInternet from './network/disable-rdp-from-internet.ts';
import networkNetworkInterfacePublicIp from './network/network-interface-public-ip.ts';
import networkNetworkIpForwardingEnabled from './network/network-ip-forwarding-enabled.ts';
import networkNetworkWatcherFlowDisabled from './network/network-watcher-flow-disabled.ts';
import networkNoPublicEgress from './network/no-public-egress.ts';
import networkNoPublicIngress from './network/no-public-ingress.ts';
import networkRetentionPolicySet from './network/retention-policy-set.ts';
import networkSensitivePortIsExposedToEntireNetwork from './network/sensitive-port-is-exposed-to-entire-network.ts';
import networkSshBlockedFromInternet from './network/ssh-blocked-from-internet.ts';
import securityCenterAlertOnSevereNotifications from './security-center/alert-on-severe-notifications.ts';
import securityCenterEnableStandardSubscription from './security-center/enable-standard-subscription.ts';
import securityCenterSetRequiredContactDetails from './security-center/set-required-contact-details.ts';
import securitycenterEmailAlertsDisabled from './securitycenter/email-alerts-disabled.ts';
import securitycenterSecurityContactDisabled from './securitycenter/security-contact-disabled.ts';
import securitycenterSecurityContactEmail from './securitycenter/security-contact-email.ts';
import storageAllowMicrosoftServiceBypass from './storage/allow-microsoft-service-bypass.ts';
import storageBlobContainerCmkEncrypted from './storage/blob-container-cmk-encrypted.ts';
import storageBlobsSoftDeletionEnabled from './storage/blobs-soft-deletion-enabled.ts';
import storageDefaultActionDeny from './storage/default-action-deny.ts';
import storageEnableGeoRedundantBackups from './storage/enable-geo-redundant-backups.ts';
import storageEnforceHttps from './storage/enforce-https.ts';
import storageInfrastructureEncryptionEnabled from './storage/infrastructure-encryption-enabled.ts';
import storageLogStorageEncryption from './storage/log-storage-encryption.ts';
import storageNoPublicAccess from './storage/no-public-access.ts';
import storageQueueServicesLoggingEnabled from './storage/queue-services-logging-enabled.ts';
import storageStorageAccountLoggingEnabled from './storage/storage-account-logging-enabled.ts';
import storageUseSecureTlsPolicy from './storage/use-secure-tls-policy.ts';
import synapseVirtualNetworkEnabled from './synapse/virtual-network-enabled.ts';

// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
  appserviceAccountIdentityRegistered,
  appserviceAuthenticationEnabled,
  appserviceEnableHttp2,
  appserviceEnforceFtps,
  appserviceEnforceHttps,
  appserviceRequireClientCert,
  appserviceSupportedPhpVersion,
  appserviceSupportedPythonVersion,
  appserviceUseSecureTlsPolicy,
  appserviceWebAppHttpsOnly,
  authorizationLimitRoleActions,
  authorizationPreventCustomRoleCreation,
  computeDisablePasswordAuthentication,
  computeEnableDiskEncryption,
  computeNoSecretsInCustomData,
  computeVmNotAttachedToNetwork,
  containerConfiguredNetworkPolicy,
  containerEnableAzurePolicyAddon,
  containerEnableDiskEncryption,
  containerEnablePrivateCluster,
  containerLimitAuthorizedIps,
  containerLogging,
  containerUseRbacPermissions,
  databaseAllThreatAlertsEnabled,
  databaseEnableAudit,
  databaseEnableSslEnforcement,
  databaseNoPublicAccess,
  databaseNoPublicFirewallAccess,
  databasePostgresConfigurationConnectionThrottling,
  databasePostgresConfigurationLogCheckpoints,
  databasePostgresConfigurationLogConnections,
  databaseRetentionPeriodSet,
  databaseSecureTlsPolicy,
  databaseThreatAlertEmailSet,
  databaseThreatAlertEmailToOwner,
  datafactoryNoPublicAccess,
  datalakeEnableAtRestEncryption,
  keyvaultContentTypeForSecret,
  keyvaultEnsureKeyExpiry,
  keyvaultEnsureSecretExpiry,
  keyvaultNoPurge,
  keyvaultSpecifyNetworkAcl,
  monitorActivityLogRetentionSet,
  monitorCaptureAllActivities,
  monitorCaptureAllRegions,
  networkDisableRdpFromInternet,
  networkNetworkInterfacePublicIp,
  networkNetworkIpForwardingEnabled,
  networkNetworkWatcherFlowDisabled,
  networkNoPublicEgress,
  networkNoPublicIngress,
  networkRetentionPolicySet,
  networkSensitivePortIsExposedToEntireNetwork,
  networkSshBlockedFromInternet,
  securityCenterAlertOnSevereNotifications,
  securityCenterEnableStandardSubscription,
  securityCenterSetRequiredContactDetails,
  securitycenterEmailAlertsDisabled,
  securitycenterSecurityContactDisabled,
  securitycenterSecurityContactEmail,
  storageAllowMicrosoftServiceBypass,
  storageBlobContainerCmkEncrypted,
  storageBlobsSoftDeletionEnabled,
  storageDefaultActionDeny,
  storageEnableGeoRedundantBackups,
  storageEnforceHttps,
  storageInfrastructureEncryptionEnabled,
  storageLogStorageEncryption,
  storageNoPublicAccess,
  storageQueueServicesLoggingEnabled,
  storageStorageAccountLoggingEnabled,
  storageUseSecureTlsPolicy,
  synapseVirtualNetworkEnabled,
];
