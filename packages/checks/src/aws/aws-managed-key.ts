import type { Answer, AttributeView } from '../kit/index.ts';
import { anyOf } from '../kit/index.ts';

/**
 * Whether an argument names the key that AWS manages for a service: by the alias, by the ARN of the alias, or through a data source.
 * @param service as in the alias: `s3` for `alias/aws/s3`; any when undefined
 */
export function isAwsManagedKey(key: AttributeView, service?: string): Answer {
  const isAlias = (text: string): boolean => {
    const own = /^(?:arn:[^:]*:kms:[^:]*:[^:]*:)?alias\/aws\/(.+)$/.exec(text)?.[1];
    return own !== undefined && (service === undefined || own === service);
  };
  const written = key.matches(isAlias);
  if (written !== 'unknown') return anyOf([written]);
  return anyOf([
    'false',
    ...key.refersTo('data.aws_kms_alias').found.map((data) => data.attribute('name').matches(isAlias)),
    ...key.refersTo('data.aws_kms_key').found.map((data) => data.attribute('key_id').matches(isAlias)),
  ]);
}
