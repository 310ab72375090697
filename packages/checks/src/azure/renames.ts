import type { AttributeView, BlockView, Shape } from '../kit/index.ts';

/**
 * What azurerm calls the same argument in different majors and on different types, the newest name first. The key is the newest name
 * of all; a type without an entry uses it. Sources: the upgrade guides of azurerm 3, 4 and 5, and the schemas of 2.99, 3.117 and 4.80.
 */
const NAMES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  azurerm_app_service: {
    client_certificate_enabled: ['client_cert_enabled'],
    'site_config.application_stack.php_version': ['site_config.php_version'],
    'site_config.application_stack.python_version': ['site_config.python_version'],
    'site_config.minimum_tls_version': ['site_config.min_tls_version'],
  },
  azurerm_kubernetes_cluster: {
    'api_server_access_profile.authorized_ip_ranges': [
      'api_server_access_profile.authorized_ip_ranges',
      'api_server_authorized_ip_ranges',
    ],
    azure_policy_enabled: ['azure_policy_enabled', 'addon_profile.azure_policy.enabled'],
    role_based_access_control_enabled: ['role_based_access_control_enabled', 'role_based_access_control.enabled'],
  },
  azurerm_mssql_server_security_alert_policy: {
    email_account_admins_enabled: ['email_account_admins_enabled', 'email_account_admins'],
  },
  azurerm_mysql_server: { minimum_tls_version: ['ssl_minimal_tls_version_enforced'] },
  azurerm_network_interface: { ip_forwarding_enabled: ['ip_forwarding_enabled', 'enable_ip_forwarding'] },
  azurerm_postgresql_server: { minimum_tls_version: ['ssl_minimal_tls_version_enforced'] },
  azurerm_sql_server: {
    email_account_admins_enabled: ['email_account_admins'],
  },
  azurerm_storage_account: {
    allow_nested_items_to_be_public: ['allow_nested_items_to_be_public', 'allow_blob_public_access'],
    https_traffic_only_enabled: ['https_traffic_only_enabled', 'enable_https_traffic_only'],
  },
  azurerm_storage_account_network_rules: { storage_account_id: ['storage_account_id', 'storage_account_name'] },
  azurerm_storage_container: { storage_account_id: ['storage_account_id', 'storage_account_name'] },
  azurerm_storage_queue: { storage_account_id: ['storage_account_id', 'storage_account_name'] },
};

/** Every name that a type has for an argument, the newest first. @param path the newest name of all */
export function namesOf(type: string, path: string): readonly string[] {
  return NAMES[type]?.[path] ?? [path];
}

/** The name that a block writes for an argument; the newest that its type has when none is written. */
export function nameIn(block: BlockView, path: string): string {
  const names = namesOf(block.resource.type, path);
  return names.find((name) => block.attribute(name).state !== 'absent') ?? names[0] ?? path;
}

/** An argument by whichever of its names is written. */
export function argumentOf(block: BlockView, path: string): AttributeView {
  return block.attribute(nameIn(block, path));
}

/** A shape about an argument by whichever of its names is written; the fix keeps that name. */
export function byAnyName<M extends string>(path: string, shape: (name: string) => Shape<M>): Shape<M> {
  return (block, report) => shape(nameIn(block, path))(block, report);
}
