import type { Answer, Fix, Place, Related, ResourceView, ShapeReport, Truth } from '../../kit/index.ts';
import { anySetting, edit } from '../../kit/index.ts';

export const PUBLIC_ACCESS_BLOCK = 'aws_s3_bucket_public_access_block';

/** The four switches of a public access block. */
export type Setting = 'block_public_acls' | 'block_public_policy' | 'ignore_public_acls' | 'restrict_public_buckets';

/** What one switch says for a bucket, or for a public access block itself. */
export interface SettingVerdict {
  /** `absent`: the bucket has no public access block. */
  readonly truth: Truth;
  readonly at: Place;
  readonly fix: Fix | undefined;
}

/** The public access blocks of a bucket, by reference or by name. */
export function publicAccessBlocksOf(bucket: ResourceView): Related {
  return bucket.relatedTo(PUBLIC_ACCESS_BLOCK, 'bucket', { name: 'bucket' });
}

/**
 * Judges one switch. A public access block is judged where it stands, whichever bucket it is for; a bucket is judged only when it has
 * none, and an `aws_s3_account_public_access_block` with the switch on protects it.
 */
function judgeSetting(resource: ResourceView, setting: Setting): SettingVerdict {
  if (resource.type === PUBLIC_ACCESS_BLOCK) {
    const attribute = resource.attribute(setting);
    // Missing means off: the provider sends `false`.
    const truth = attribute.truth() === 'absent' ? 'false' : attribute.truth();
    return { truth, at: attribute, fix: edit.setAttribute(resource, setting, 'true') };
  }
  const { answer } = publicAccessBlocksOf(resource);
  const account = isOnForAccount(resource, setting);
  if (answer === 'true' || account === 'true') return { truth: 'true', at: resource, fix: undefined };
  if (answer === 'unknown' || account === 'unknown') return { truth: 'unknown', at: resource, fix: undefined };
  return { truth: 'absent', at: resource, fix: addBlock(resource) };
}

/**
 * The `evaluate` of a check of one switch. Messages: `missing` (the bucket has no block), `disabled`.
 */
export function requireSetting(
  setting: Setting,
): (resource: ResourceView, report: ShapeReport<'missing' | 'disabled'>) => void {
  return (resource, report) => {
    const { truth, at, fix } = judgeSetting(resource, setting);
    switch (truth) {
      case 'true':
        return;
      case 'unknown':
        report.undetermined({ at });
        return;
      case 'absent':
        report.fail({ message: 'missing', at, fix });
        return;
      case 'false':
        report.fail({ message: 'disabled', at, fix });
        return;
    }
  };
}

/** Whether an `aws_s3_account_public_access_block` has the switch on for all buckets of the account. */
export function isOnForAccount(bucket: ResourceView, setting: Setting): Answer {
  return anySetting(bucket.estate, 'aws_s3_account_public_access_block', (account) => {
    const truth = account.attribute(setting).truth();
    return truth === 'true' && !account.isCertain ? 'unknown' : truth;
  });
}

/** A fix that gives a bucket a public access block with all four switches on. */
export function addBlock(bucket: ResourceView): Fix | undefined {
  return edit.appendResource(
    bucket,
    PUBLIC_ACCESS_BLOCK,
    `
    bucket = aws_s3_bucket.${bucket.name}.id

    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
    `,
  );
}
