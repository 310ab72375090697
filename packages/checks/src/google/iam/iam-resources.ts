/** A resource type; what a check looks at needs at least one. */
type Types = readonly [string, ...string[]];

/** Where a role may be given for everything below. */
type Level = 'project' | 'folder' | 'organization';

/** The resources that give roles at a level. */
function iamResourcesOf(level: Level): Types {
  return [`google_${level}_iam_member`, `google_${level}_iam_binding`, `google_${level}_iam_policy`];
}

/** Things that can have grants of their own. */
const PRODUCTS: readonly string[] = [
  'artifact_registry_repository',
  'bigquery_dataset',
  'bigquery_table',
  'cloud_run_service',
  'cloud_run_v2_service',
  'cloudfunctions2_function',
  'cloudfunctions_function',
  'compute_instance',
  'compute_subnetwork',
  'data_catalog_entry_group',
  'kms_crypto_key',
  'kms_key_ring',
  'pubsub_subscription',
  'pubsub_topic',
  'secret_manager_secret',
  'service_account',
  'sourcerepo_repository',
  'spanner_database',
  'spanner_instance',
  'storage_bucket',
];

/** Every resource that gives roles, and the data source that most policies are made with. */
export const IAM_RESOURCES: Types = [
  'data.google_iam_policy',
  ...iamResourcesOf('project'),
  ...iamResourcesOf('folder'),
  ...iamResourcesOf('organization'),
  ...PRODUCTS.flatMap((product) => [`google_${product}_iam_member`, `google_${product}_iam_binding`]),
];
