import type { Related, ResourceView } from '../../kit/index.ts';

/** The bucket that a trail writes to, by reference or by name; nothing when it is not in the configuration. */
export function bucketOfTrail(trail: ResourceView): Related {
  return trail.attribute('s3_bucket_name').refersTo('aws_s3_bucket', { name: 'bucket' });
}
