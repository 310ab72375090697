/** Resources that grant roles on a project, a folder or an organisation, each also as a whole policy. */
const LEVEL_TYPES = [
  'google_project_iam_member',
  'google_project_iam_binding',
  'google_project_iam_policy',
  'google_folder_iam_member',
  'google_folder_iam_binding',
  'google_folder_iam_policy',
  'google_organization_iam_member',
  'google_organization_iam_binding',
  'google_organization_iam_policy',
] as const;

/** A role on a project, a folder or an organisation. The data source holds policies of any of them. */
export const LEVEL_GRANTS: readonly [string, ...string[]] = [...LEVEL_TYPES, 'data.google_iam_policy'];

/** Resources that grant roles on a single thing. */
const THING_TYPES = [
  'google_artifact_registry_repository_iam_binding',
  'google_artifact_registry_repository_iam_member',
  'google_bigquery_dataset_iam_binding',
  'google_bigquery_dataset_iam_member',
  'google_bigquery_table_iam_binding',
  'google_bigquery_table_iam_member',
  'google_cloud_run_service_iam_binding',
  'google_cloud_run_service_iam_member',
  'google_cloud_run_v2_service_iam_binding',
  'google_cloud_run_v2_service_iam_member',
  'google_cloudfunctions2_function_iam_binding',
  'google_cloudfunctions2_function_iam_member',
  'google_cloudfunctions_function_iam_binding',
  'google_cloudfunctions_function_iam_member',
  'google_compute_instance_iam_binding',
  'google_compute_instance_iam_member',
  'google_compute_subnetwork_iam_binding',
  'google_compute_subnetwork_iam_member',
  'google_data_catalog_entry_group_iam_binding',
  'google_data_catalog_entry_group_iam_member',
  'google_kms_crypto_key_iam_binding',
  'google_kms_crypto_key_iam_member',
  'google_kms_key_ring_iam_binding',
  'google_kms_key_ring_iam_member',
  'google_pubsub_subscription_iam_binding',
  'google_pubsub_subscription_iam_member',
  'google_pubsub_topic_iam_binding',
  'google_pubsub_topic_iam_member',
  'google_secret_manager_secret_iam_binding',
  'google_secret_manager_secret_iam_member',
  'google_service_account_iam_binding',
  'google_service_account_iam_member',
  'google_sourcerepo_repository_iam_binding',
  'google_sourcerepo_repository_iam_member',
  'google_spanner_database_iam_binding',
  'google_spanner_database_iam_member',
  'google_spanner_instance_iam_binding',
  'google_spanner_instance_iam_member',
  'google_storage_bucket_iam_binding',
  'google_storage_bucket_iam_member',
] as const;

/** A role on anything. Policies of single things come from the data source as a rule. */
export const ALL_GRANTS: readonly [string, ...string[]] = [...LEVEL_TYPES, ...THING_TYPES, 'data.google_iam_policy'];
