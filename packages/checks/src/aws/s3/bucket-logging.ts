import type { Answer, ResourceView } from '../../kit/index.ts';
import { anyOf } from '../../kit/index.ts';
import { companionsOf } from './bucket-companions.ts';

/** Whether a bucket has server access logging: by the inline block of provider 3 or by an `aws_s3_bucket_logging`. */
export function hasAccessLogging(bucket: ResourceView): Answer {
  return anyOf([bucket.mayHaveBlock('logging'), companionsOf(bucket, 'aws_s3_bucket_logging').answer]);
}
