// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import accessanalyzerEnableAccessAnalyzer from './accessanalyzer/enable-access-analyzer.ts';
import amiEnsureAmiHasOwners from './ami/ensure-ami-has-owners.ts';
import apiGatewayEnableAccessLogging from './api-gateway/enable-access-logging.ts';
import apiGatewayEnableCache from './api-gateway/enable-cache.ts';
import apiGatewayEnableCacheEncryption from './api-gateway/enable-cache-encryption.ts';
import apiGatewayEnableTracing from './api-gateway/enable-tracing.ts';
import apiGatewayNoPublicAccess from './api-gateway/no-public-access.ts';
import apiGatewayUseSecureTlsPolicy from './api-gateway/use-secure-tls-policy.ts';
import athenaEnableAtRestEncryption from './athena/enable-at-rest-encryption.ts';
import athenaNoEncryptionOverride from './athena/no-encryption-override.ts';
import cloudfrontEnableLogging from './cloudfront/enable-logging.ts';
import cloudfrontEnableWaf from './cloudfront/enable-waf.ts';
import cloudfrontEnforceHttps from './cloudfront/enforce-https.ts';
import cloudfrontUseSecureTlsPolicy from './cloudfront/use-secure-tls-policy.ts';
import cloudtrailEnableAllRegions from './cloudtrail/enable-all-regions.ts';
import cloudtrailEnableAtRestEncryption from './cloudtrail/enable-at-rest-encryption.ts';
import cloudtrailEnableLogValidation from './cloudtrail/enable-log-validation.ts';
import cloudtrailEnsureCloudwatchIntegration from './cloudtrail/ensure-cloudwatch-integration.ts';
import cloudtrailNoPublicLogAccess from './cloudtrail/no-public-log-access.ts';
import cloudtrailRequireBucketAccessLogging from './cloudtrail/require-bucket-access-logging.ts';
import cloudwatchLogGroupCustomerKey from './cloudwatch/log-group-customer-key.ts';
import cloudwatchRequireCloudTrailChangeAlarm from './cloudwatch/require-cloud-trail-change-alarm.ts';
import cloudwatchRequireCmkDisabledAlarm from './cloudwatch/require-cmk-disabled-alarm.ts';
import cloudwatchRequireConfigConfigurationChangesAlarm from './cloudwatch/require-config-configuration-changes-alarm.ts';
import cloudwatchRequireConsoleLoginFailuresAlarm from './cloudwatch/require-console-login-failures-alarm.ts';
import cloudwatchRequireIamPolicyChangeAlarm from './cloudwatch/require-iam-policy-change-alarm.ts';
import cloudwatchRequireNaclChangesAlarm from './cloudwatch/require-nacl-changes-alarm.ts';
import cloudwatchRequireNetworkGatewayChangesAlarm from './cloudwatch/require-network-gateway-changes-alarm.ts';
import cloudwatchRequireNonMfaLoginAlarm from './cloudwatch/require-non-mfa-login-alarm.ts';
import cloudwatchRequireOrgChangesAlarm from './cloudwatch/require-org-changes-alarm.ts';
import cloudwatchRequireRootUserUsageAlarm from './cloudwatch/require-root-user-usage-alarm.ts';
import cloudwatchRequireRouteTableChangesAlarm from './cloudwatch/require-route-table-changes-alarm.ts';
import cloudwatchRequireS3BucketPolicyChangeAlarm from './cloudwatch/require-s3-bucket-policy-change-alarm.ts';
import cloudwatchRequireSgChangeAlarms from './cloudwatch/require-sg-change-alarms.ts';
import cloudwatchRequireUnauthorisedApiCallAlarm from './cloudwatch/require-unauthorised-api-call-alarm.ts';
import cloudwatchRequireVpcChangesAlarm from './cloudwatch/require-vpc-changes-alarm.ts';
import codebuildEnableEncryption from './codebuild/enable-encryption.ts';
import configAggregateAllRegions from './config/aggregate-all-regions.ts';
import documentdbEnableLogExport from './documentdb/enable-log-export.ts';
import documentdbEnableStorageEncryption from './documentdb/enable-storage-encryption.ts';
import documentdbEncryptionCustomerKey from './documentdb/encryption-customer-key.ts';
import dynamodbEnableAtRestEncryption from './dynamodb/enable-at-rest-encryption.ts';
import dynamodbEnableRecovery from './dynamodb/enable-recovery.ts';
import dynamodbTableCustomerKey from './dynamodb/table-customer-key.ts';
import ec2AddDescriptionToSecurityGroup from './ec2/add-description-to-security-group.ts';
import ec2AddDescriptionToSecurityGroupRule from './ec2/add-description-to-security-group-rule.ts';
import ec2EnableAtRestEncryption from './ec2/enable-at-rest-encryption.ts';
import ec2EnableLaunchConfigAtRestEncryption from './ec2/enable-launch-config-at-rest-encryption.ts';
import ec2EnableVolumeEncryption from './ec2/enable-volume-encryption.ts';
import ec2EnforceHttpTokenImds from './ec2/enforce-http-token-imds.ts';
import ec2EnforceLaunchConfigHttpTokenImds from './ec2/enforce-launch-config-http-token-imds.ts';
import ec2NoDefaultVpc from './ec2/no-default-vpc.ts';
import ec2NoExcessivePortAccess from './ec2/no-excessive-port-access.ts';
import ec2NoPublicEgressSgr from './ec2/no-public-egress-sgr.ts';
import ec2NoPublicIngressAcl from './ec2/no-public-ingress-acl.ts';
import ec2NoPublicIngressSgr from './ec2/no-public-ingress-sgr.ts';
import ec2NoPublicIp from './ec2/no-public-ip.ts';
import ec2NoPublicIpSubnet from './ec2/no-public-ip-subnet.ts';
import ec2NoSecretsInLaunchTemplateUserData from './ec2/no-secrets-in-launch-template-user-data.ts';
import ec2NoSecretsInUserData from './ec2/no-secrets-in-user-data.ts';
import ec2NoSensitiveInfo from './ec2/no-sensitive-info.ts';
import ec2RequireVpcFlowLogsForAllVpcs from './ec2/require-vpc-flow-logs-for-all-vpcs.ts';
import ec2RestrictAllInDefaultSg from './ec2/restrict-all-in-default-sg.ts';
import ec2VolumeEncryptionCustomerKey from './ec2/volume-encryption-customer-key.ts';
import ecrEnableImageScans from './ecr/enable-image-scans.ts';
import ecrEnforceImmutableRepository from './ecr/enforce-immutable-repository.ts';
import ecrNoPublicAccess from './ecr/no-public-access.ts';
import ecrRepositoryCustomerKey from './ecr/repository-customer-key.ts';
import ecsEnableContainerInsight from './ecs/enable-container-insight.ts';
import ecsEnableInTransitEncryption from './ecs/enable-in-transit-encryption.ts';
import ecsNoPlaintextSecrets from './ecs/no-plaintext-secrets.ts';
import efsEnableAtRestEncryption from './efs/enable-at-rest-encryption.ts';
import eksEnableControlPlaneLogging from './eks/enable-control-plane-logging.ts';
import eksEncryptSecrets from './eks/encrypt-secrets.ts';
import eksNoPublicClusterAccess from './eks/no-public-cluster-access.ts';
import eksNoPublicClusterAccessToCidr from './eks/no-public-cluster-access-to-cidr.ts';
import elasticSearchEnableDomainEncryption from './elastic-search/enable-domain-encryption.ts';
import elasticSearchEnableDomainLogging from './elastic-search/enable-domain-logging.ts';
import elasticSearchEnableInTransitEncryption from './elastic-search/enable-in-transit-encryption.ts';
import elasticSearchEnforceHttps from './elastic-search/enforce-https.ts';
import elasticSearchUseSecureTlsPolicy from './elastic-search/use-secure-tls-policy.ts';
import elasticacheAddDescriptionForSecurityGroup from './elasticache/add-description-for-security-group.ts';
import elasticacheEnableAtRestEncryption from './elasticache/enable-at-rest-encryption.ts';
import elasticacheEnableBackupRetention from './elasticache/enable-backup-retention.ts';
import elasticacheEnableInTransitEncryption from './elasticache/enable-in-transit-encryption.ts';
import elbAlbNotPublic from './elb/alb-not-public.ts';
import elbDropInvalidHeaders from './elb/drop-invalid-headers.ts';
import elbHttpNotUsed from './elb/http-not-used.ts';
import elbUseSecureTlsPolicy from './elb/use-secure-tls-policy.ts';
import emrEnableAtRestEncryption from './emr/enable-at-rest-encryption.ts';
import emrEnableInTransitEncryption from './emr/enable-in-transit-encryption.ts';
import emrEnableLocalDiskEncryption from './emr/enable-local-disk-encryption.ts';
import iamBlockKmsPolicyWildcard from './iam/block-kms-policy-wildcard.ts';
import iamEnforceGroupMfa from './iam/enforce-group-mfa.ts';
import iamFilterPassroleAccess from './iam/filter-passrole-access.ts';
import iamLimitUserAccessKeys from './iam/limit-user-access-keys.ts';
import iamNoPasswordReuse from './iam/no-password-reuse.ts';
import iamNoPolicyWildcards from './iam/no-policy-wildcards.ts';
import iamNoRootAccessKeys from './iam/no-root-access-keys.ts';
import iamNoS3FullAccess from './iam/no-s3-full-access.ts';
import iamNoUserAttachedPolicies from './iam/no-user-attached-policies.ts';
import iamRequireLowercaseInPasswords from './iam/require-lowercase-in-passwords.ts';
import iamRequireNumbersInPasswords from './iam/require-numbers-in-passwords.ts';
import iamRequireSymbolsInPasswords from './iam/require-symbols-in-passwords.ts';
import iamRequireUppercaseInPasswords from './iam/require-uppercase-in-passwords.ts';
import iamSetMaxPasswordAge from './iam/set-max-password-age.ts';
import iamSetMinimumPasswordLength from './iam/set-minimum-password-length.ts';
import iamUnauthorizedBucketAccess from './iam/unauthorized-bucket-access.ts';
import kinesisEnableInTransitEncryption from './kinesis/enable-in-transit-encryption.ts';
import kmsAutoRotateKeys from './kms/auto-rotate-keys.ts';
import lambdaEnableTracing from './lambda/enable-tracing.ts';
import lambdaRestrictSourceArn from './lambda/restrict-source-arn.ts';
import miscNoExposingPlaintextCredentials from './misc/no-exposing-plaintext-credentials.ts';
import mqEnableAuditLogging from './mq/enable-audit-logging.ts';
import mqEnableGeneralLogging from './mq/enable-general-logging.ts';
import mqNoPublicAccess from './mq/no-public-access.ts';
import mskEnableAtRestEncryption from './msk/enable-at-rest-encryption.ts';
import mskEnableInTransitEncryption from './msk/enable-in-transit-encryption.ts';
import mskEnableLogging from './msk/enable-logging.ts';
import neptuneEnableLogExport from './neptune/enable-log-export.ts';
import neptuneEnableStorageEncryption from './neptune/enable-storage-encryption.ts';
import neptuneEncryptionCustomerKey from './neptune/encryption-customer-key.ts';
import rdsEnableClusterDeletionProtection from './rds/enable-cluster-deletion-protection.ts';
import rdsEnableDeletionProtection from './rds/enable-deletion-protection.ts';
import rdsEnableIamAuth from './rds/enable-iam-auth.ts';
import rdsEnablePerformanceInsights from './rds/enable-performance-insights.ts';
import rdsEnablePerformanceInsightsEncryption from './rds/enable-performance-insights-encryption.ts';
import rdsEncryptClusterStorageData from './rds/encrypt-cluster-storage-data.ts';
import rdsEncryptInstanceStorageData from './rds/encrypt-instance-storage-data.ts';
import rdsNoClassicResources from './rds/no-classic-resources.ts';
import rdsNoPublicDbAccess from './rds/no-public-db-access.ts';
import rdsSpecifyBackupRetention from './rds/specify-backup-retention.ts';
import redshiftAddDescriptionToSecurityGroup from './redshift/add-description-to-security-group.ts';
import redshiftEncryptionCustomerKey from './redshift/encryption-customer-key.ts';
import redshiftNoClassicResources from './redshift/no-classic-resources.ts';
import redshiftUseVpc from './redshift/use-vpc.ts';
import s3BlockPublicAcls from './s3/block-public-acls.ts';
import s3BlockPublicPolicy from './s3/block-public-policy.ts';
import s3DnsCompliantName from './s3/dns-compliant-name.ts';
import s3EnableBucketEncryption from './s3/enable-bucket-encryption.ts';
import s3EnableBucketLogging from './s3/enable-bucket-logging.ts';
import s3EnableObjectReadLogging from './s3/enable-object-read-logging.ts';
import s3EnableObjectWriteLogging from './s3/enable-object-write-logging.ts';
import s3EnableVersioning from './s3/enable-versioning.ts';
import s3EncryptionCustomerKey from './s3/encryption-customer-key.ts';
import s3IgnorePublicAcls from './s3/ignore-public-acls.ts';
import s3NoPublicAccessWithAcl from './s3/no-public-access-with-acl.ts';
import s3NoPublicBuckets from './s3/no-public-buckets.ts';
import s3RequireMfaDelete from './s3/require-mfa-delete.ts';
import s3SpecifyPublicAccessBlock from './s3/specify-public-access-block.ts';
import snsEnableTopicEncryption from './sns/enable-topic-encryption.ts';
import snsTopicEncryptionUseCmk from './sns/topic-encryption-use-cmk.ts';
import sqsEnableQueueEncryption from './sqs/enable-queue-encryption.ts';
import sqsNoWildcardsInPolicyDocuments from './sqs/no-wildcards-in-policy-documents.ts';
import sqsQueueEncryptionUseCmk from './sqs/queue-encryption-use-cmk.ts';
import ssmAvoidLeaksViaHttp from './ssm/avoid-leaks-via-http.ts';
import ssmSecretUseCustomerKey from './ssm/secret-use-customer-key.ts';
import workspacesEnableDiskEncryption from './workspaces/enable-disk-encryption.ts';

// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
  accessanalyzerEnableAccessAnalyzer,
  amiEnsureAmiHasOwners,
  apiGatewayEnableAccessLogging,
  apiGatewayEnableCache,
  apiGatewayEnableCacheEncryption,
  apiGatewayEnableTracing,
  apiGatewayNoPublicAccess,
  apiGatewayUseSecureTlsPolicy,
  athenaEnableAtRestEncryption,
  athenaNoEncryptionOverride,
  cloudfrontEnableLogging,
  cloudfrontEnableWaf,
  cloudfrontEnforceHttps,
  cloudfrontUseSecureTlsPolicy,
  cloudtrailEnableAllRegions,
  cloudtrailEnableAtRestEncryption,
  cloudtrailEnableLogValidation,
  cloudtrailEnsureCloudwatchIntegration,
  cloudtrailNoPublicLogAccess,
  cloudtrailRequireBucketAccessLogging,
  cloudwatchLogGroupCustomerKey,
  cloudwatchRequireCloudTrailChangeAlarm,
  cloudwatchRequireCmkDisabledAlarm,
  cloudwatchRequireConfigConfigurationChangesAlarm,
  cloudwatchRequireConsoleLoginFailuresAlarm,
  cloudwatchRequireIamPolicyChangeAlarm,
  cloudwatchRequireNaclChangesAlarm,
  cloudwatchRequireNetworkGatewayChangesAlarm,
  cloudwatchRequireNonMfaLoginAlarm,
  cloudwatchRequireOrgChangesAlarm,
  cloudwatchRequireRootUserUsageAlarm,
  cloudwatchRequireRouteTableChangesAlarm,
  cloudwatchRequireS3BucketPolicyChangeAlarm,
  cloudwatchRequireSgChangeAlarms,
  cloudwatchRequireUnauthorisedApiCallAlarm,
  cloudwatchRequireVpcChangesAlarm,
  codebuildEnableEncryption,
  configAggregateAllRegions,
  documentdbEnableLogExport,
  documentdbEnableStorageEncryption,
  documentdbEncryptionCustomerKey,
  dynamodbEnableAtRestEncryption,
  dynamodbEnableRecovery,
  dynamodbTableCustomerKey,
  ec2AddDescriptionToSecurityGroup,
  ec2AddDescriptionToSecurityGroupRule,
  ec2EnableAtRestEncryption,
  ec2EnableLaunchConfigAtRestEncryption,
  ec2EnableVolumeEncryption,
  ec2EnforceHttpTokenImds,
  ec2EnforceLaunchConfigHttpTokenImds,
  ec2NoDefaultVpc,
  ec2NoExcessivePortAccess,
  ec2NoPublicEgressSgr,
  ec2NoPublicIngressAcl,
  ec2NoPublicIngressSgr,
  ec2NoPublicIp,
  ec2NoPublicIpSubnet,
  ec2NoSecretsInLaunchTemplateUserData,
  ec2NoSecretsInUserData,
  ec2NoSensitiveInfo,
  ec2RequireVpcFlowLogsForAllVpcs,
  ec2RestrictAllInDefaultSg,
  ec2VolumeEncryptionCustomerKey,
  ecrEnableImageScans,
  ecrEnforceImmutableRepository,
  ecrNoPublicAccess,
  ecrRepositoryCustomerKey,
  ecsEnableContainerInsight,
  ecsEnableInTransitEncryption,
  ecsNoPlaintextSecrets,
  efsEnableAtRestEncryption,
  eksEnableControlPlaneLogging,
  eksEncryptSecrets,
  eksNoPublicClusterAccess,
  eksNoPublicClusterAccessToCidr,
  elasticSearchEnableDomainEncryption,
  elasticSearchEnableDomainLogging,
  elasticSearchEnableInTransitEncryption,
  elasticSearchEnforceHttps,
  elasticSearchUseSecureTlsPolicy,
  elasticacheAddDescriptionForSecurityGroup,
  elasticacheEnableAtRestEncryption,
  elasticacheEnableBackupRetention,
  elasticacheEnableInTransitEncryption,
  elbAlbNotPublic,
  elbDropInvalidHeaders,
  elbHttpNotUsed,
  elbUseSecureTlsPolicy,
  emrEnableAtRestEncryption,
  emrEnableInTransitEncryption,
  emrEnableLocalDiskEncryption,
  iamBlockKmsPolicyWildcard,
  iamEnforceGroupMfa,
  iamFilterPassroleAccess,
  iamLimitUserAccessKeys,
  iamNoPasswordReuse,
  iamNoPolicyWildcards,
  iamNoRootAccessKeys,
  iamNoS3FullAccess,
  iamNoUserAttachedPolicies,
  iamRequireLowercaseInPasswords,
  iamRequireNumbersInPasswords,
  iamRequireSymbolsInPasswords,
  iamRequireUppercaseInPasswords,
  iamSetMaxPasswordAge,
  iamSetMinimumPasswordLength,
  iamUnauthorizedBucketAccess,
  kinesisEnableInTransitEncryption,
  kmsAutoRotateKeys,
  lambdaEnableTracing,
  lambdaRestrictSourceArn,
  miscNoExposingPlaintextCredentials,
  mqEnableAuditLogging,
  mqEnableGeneralLogging,
  mqNoPublicAccess,
  mskEnableAtRestEncryption,
  mskEnableInTransitEncryption,
  mskEnableLogging,
  neptuneEnableLogExport,
  neptuneEnableStorageEncryption,
  neptuneEncryptionCustomerKey,
  rdsEnableClusterDeletionProtection,
  rdsEnableDeletionProtection,
  rdsEnableIamAuth,
  rdsEnablePerformanceInsights,
  rdsEnablePerformanceInsightsEncryption,
  rdsEncryptClusterStorageData,
  rdsEncryptInstanceStorageData,
  rdsNoClassicResources,
  rdsNoPublicDbAccess,
  rdsSpecifyBackupRetention,
  redshiftAddDescriptionToSecurityGroup,
  redshiftEncryptionCustomerKey,
  redshiftNoClassicResources,
  redshiftUseVpc,
  s3BlockPublicAcls,
  s3BlockPublicPolicy,
  s3DnsCompliantName,
  s3EnableBucketEncryption,
  s3EnableBucketLogging,
  s3EnableObjectReadLogging,
  s3EnableObjectWriteLogging,
  s3EnableVersioning,
  s3EncryptionCustomerKey,
  s3IgnorePublicAcls,
  s3NoPublicAccessWithAcl,
  s3NoPublicBuckets,
  s3RequireMfaDelete,
  s3SpecifyPublicAccessBlock,
  snsEnableTopicEncryption,
  snsTopicEncryptionUseCmk,
  sqsEnableQueueEncryption,
  sqsNoWildcardsInPolicyDocuments,
  sqsQueueEncryptionUseCmk,
  ssmAvoidLeaksViaHttp,
  ssmSecretUseCustomerKey,
  workspacesEnableDiskEncryption,
];
