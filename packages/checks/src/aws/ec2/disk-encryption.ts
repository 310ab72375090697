import type { Answer, BlockView, ResourceView, Shape } from '../../kit/index.ts';
import { anySetting, edit } from '../../kit/index.ts';

/**
 * Whether the configuration makes AWS encrypt every new disk, whatever the disk itself says. The setting is for one region and account:
 * one with another `region` (provider 6) does not count. Provider aliases are not told apart.
 */
export function encryptsByDefault(resource: ResourceView): Answer {
  return anySetting(resource.estate, 'aws_ebs_encryption_by_default', (setting) => {
    if (isElsewhere(setting, resource)) return 'false';
    // The provider's default is `true`.
    const enabled = setting.attribute('enabled').truth();
    if (enabled === 'true' || enabled === 'absent') return setting.isCertain ? 'true' : 'unknown';
    return enabled;
  });
}

/**
 * A disk should be encrypted; missing means that it is not, unless it comes from a snapshot, whose encryption it has. The block is a
 * volume or a block device.
 * @param message for a disk that is not encrypted
 * @param caution for the fix
 */
export function requireEncryption<M extends string>(message: M, caution?: string): Shape<M> {
  return (disk, report) => {
    const encrypted = disk.attribute('encrypted');
    const isEncrypted = encrypted.truth();
    if (isEncrypted === 'true') return;
    const byDefault = encryptsByDefault(disk.resource);
    if (byDefault === 'true') return;
    if (isEncrypted === 'unknown' || byDefault === 'unknown') {
      report.undetermined({ at: encrypted });
    } else if (mayComeFromSnapshot(disk)) {
      report.undetermined({ at: disk.attribute('snapshot_id') });
    } else {
      const fix = edit.setAttribute(disk, 'encrypted', 'true');
      report.fail({ message, at: encrypted, fix: caution === undefined ? fix : edit.withCaution(fix, caution) });
    }
  };
}

/** A root disk is the image's and has no argument for a snapshot. */
function mayComeFromSnapshot(disk: BlockView): boolean {
  return disk.type !== 'root_block_device' && disk.attribute('snapshot_id').isSet() !== 'false';
}

function isElsewhere(setting: ResourceView, resource: ResourceView): boolean {
  const here = resource.attribute('region').text();
  const there = setting.attribute('region').text();
  return here !== undefined && there !== undefined && here !== there;
}
