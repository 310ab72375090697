import type { Answer, Text } from '../../kit/index.ts';

/** Stands for an unknown piece of a text; no ARN has it. */
const UNKNOWN = '\0';

/**
 * Whether a resource of a statement is a bucket that is named, or something in it: `arn:aws:s3:::orders/*`. Resources of other services
 * are no buckets, and so as good as named.
 */
export function isNamedBucket(resource: Text): Answer {
  const text = resource.pieces.map((piece) => piece ?? UNKNOWN).join('');
  const [arn, , service, , , name = ''] = text.split(':');
  if (arn === 'arn' && service !== undefined && !/[*?\0]/.test(service) && service !== 's3') return 'true';
  const bucket = (arn === 'arn' ? name : text).split('/')[0] ?? '';
  if (/[*?]/.test(bucket) || bucket === '') return 'false';
  if (arn === 'arn') return 'true';
  // The ARN of a bucket, with something behind it or not.
  const isReference = resource.waitsFor.some(({ subject }) => subject.address.includes('aws_s3_bucket'));
  if (text.startsWith(UNKNOWN) && isReference) return 'true';
  return text.includes(UNKNOWN) ? 'unknown' : 'false';
}

/** Whether a resource of a statement is every bucket, or everything in every bucket. */
export function isEveryBucket(resource: Text): Answer {
  if (resource.text !== undefined) {
    return /^(?:\*|arn:[^:]*:s3:::\*(?:\/\*)?)$/.test(resource.text) ? 'true' : 'false';
  }
  return isNamedBucket(resource) === 'unknown' ? 'unknown' : 'false';
}
