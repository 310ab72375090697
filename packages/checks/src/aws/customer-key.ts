import type { Answer, BlockView, Shape } from '../kit/index.ts';
import { isAwsManagedKey } from './aws-managed-key.ts';

export interface KeyOptions {
  /** Whether a missing key is taken from somewhere else: a snapshot, a primary cluster. Default: never. */
  readonly inherits?: (block: BlockView) => Answer;
}

/**
 * The argument must name a KMS key of the owner's. Messages: `keyless`, `managed`. No fix: nobody else can choose the key.
 * @param path of the argument: `kms_key_id`
 * @param service as in the alias of the key that AWS manages: `rds` for `alias/aws/rds`; any when undefined
 */
export function requireCustomerKey(
  path: string,
  service: string | undefined,
  options: KeyOptions = {},
): Shape<'keyless' | 'managed'> {
  return (block, report) => {
    const key = block.attribute(path);
    const isSet = key.isSet();
    if (isSet === 'true') {
      const isManaged = isAwsManagedKey(key, service);
      if (isManaged === 'true') report.fail({ message: 'managed', at: key });
      if (isManaged === 'unknown') report.undetermined({ at: key });
      return;
    }
    const inherits = options.inherits?.(block) ?? 'false';
    if (inherits === 'true') return;
    if (isSet === 'unknown' || inherits === 'unknown') report.undetermined({ at: key });
    else report.fail({ message: 'keyless', at: key });
  };
}
