import type { Shape } from '../../kit/index.ts';
import { edit } from '../../kit/index.ts';

/** Names of one parameter of PostgreSQL servers. */
export interface PostgresParameter {
  readonly single: string;
  readonly flexible: string;
}

/** Resources that set parameters of single and of flexible servers. */
export const CONFIGURATION_TYPES = [
  'azurerm_postgresql_configuration',
  'azurerm_postgresql_flexible_server_configuration',
] as const;

/**
 * A resource that sets the parameter must not set it to anything but `on`. Message: `off`. tfsec 1.28 and Trivy also report every server
 * without such a resource, though Azure has most of these parameters on from the start.
 */
export function forbidOff(parameter: PostgresParameter): Shape<'off'> {
  return (configuration, report) => {
    const isFlexible = configuration.type === 'azurerm_postgresql_flexible_server_configuration';
    const isIt = configuration.attribute('name').equals(isFlexible ? parameter.flexible : parameter.single, true);
    if (isIt === 'false' || isIt === 'absent') return;
    const value = configuration.attribute('value');
    const isOn = value.equals('on', true);
    if (isOn === 'unknown' || (isOn === 'false' && isIt === 'unknown')) report.undetermined({ at: value });
    else if (isOn === 'false') {
      report.fail({ message: 'off', at: value, fix: edit.setAttribute(configuration, 'value', '"on"') });
    }
  };
}
