import type { Answer, Related, ResourceView } from '../../kit/index.ts';
import { anyOf } from '../../kit/index.ts';

const BUCKET = 'aws_s3_bucket';
const BY_NAME = { name: 'bucket' };

/** The bucket that a companion (an ACL, a versioning configuration, an object) is for; undefined when it is not in the configuration. */
export function bucketOf(companion: ResourceView): ResourceView | undefined {
  return companion.attribute('bucket').refersTo(BUCKET, BY_NAME).found[0];
}

/**
 * The companions of one type that belong to a bucket.
 * @param resource the bucket, or another companion of it; a bucket that is elsewhere is told by its name
 */
export function companionsOf(resource: ResourceView, type: string): Related {
  const bucket = resource.type === BUCKET ? resource : bucketOf(resource);
  return (bucket ?? resource).relatedTo(type, 'bucket', BY_NAME);
}

/**
 * Whether a companion of one type says so.
 * @param question asked of each companion
 * @returns `unknown` also when only a companion says so that may belong to another bucket
 */
export function askCompanions(
  resource: ResourceView,
  type: string,
  question: (companion: ResourceView) => Answer,
): Answer {
  const { found, undecided } = companionsOf(resource, type);
  const certain = anyOf(found.map(question));
  if (certain !== 'false') return certain;
  return anyOf(undecided.map(question)) === 'false' ? 'false' : 'unknown';
}
