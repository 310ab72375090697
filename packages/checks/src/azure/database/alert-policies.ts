import type { BlockView, ResourceView } from '../../kit/index.ts';

/** Types with a policy for threat alerts; `azurerm_sql_server` is gone since azurerm 4. */
export const POLICY_TYPES = ['azurerm_mssql_server_security_alert_policy', 'azurerm_sql_server'] as const;

/** The alert policies that a resource is or holds. */
export function alertPoliciesOf(resource: ResourceView): readonly BlockView[] {
  return resource.type === 'azurerm_sql_server' ? resource.blocks('threat_detection_policy') : [resource];
}
