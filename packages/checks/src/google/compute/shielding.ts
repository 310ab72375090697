import type { Shape } from '../../kit/index.ts';
import { edit } from '../../kit/index.ts';

/**
 * A setting of `shielded_instance_config` that is on unless it is switched off, where the block is written. Without the block the image
 * decides. Messages: `missing`, `disabled`.
 */
export function requireShielding(name: 'enable_integrity_monitoring' | 'enable_vtpm'): Shape<'missing' | 'disabled'> {
  return (instance, report) => {
    const path = `shielded_instance_config.${name}`;
    const setting = instance.attribute(path);
    const truth = setting.truth();
    const hasBlock = instance.mayHaveBlock('shielded_instance_config');
    if (truth === 'unknown' || hasBlock === 'unknown') {
      report.undetermined({ at: setting });
      return;
    }
    const fix = edit.setAttribute(instance, path, 'true');
    if (truth === 'false') report.fail({ message: 'disabled', at: setting, fix });
    if (hasBlock === 'false') report.fail({ message: 'missing', at: setting, fix });
  };
}
