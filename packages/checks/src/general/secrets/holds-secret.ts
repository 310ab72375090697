import type { AttributeView } from '../../kit/index.ts';
import { mayBeSecret } from '../../kit/index.ts';

/** Words that stand for an issued secret where there is none yet. */
const MADE_UP = /^(?:auto|default|example|fake|local|mock|none|sample|test|testing)$/i;

/** Names that people give to secrets: `argocd-admin-secret`, `spotinst_token`. */
const NAME_OF_SECRET = /^[a-z0-9._-]*[-_.](?:secrets?|tokens?|passwords?|keys?|apikeys?|credentials?)[0-9]*$/;

/** Names of environment variables and of secrets in pipelines: `KUBE_TOKEN_LIVE`. */
const NAME_IN_CAPITALS = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/**
 * Whether an argument, variable or local with a telling name holds a secret as text.
 * Passwords are chosen by people, so that any text may be one. Keys and tokens are issued: a word such as `test` and the name of a
 * secret are none.
 * @param name that is telling
 */
export function holdsSecret(name: string, { value }: AttributeView): boolean {
  if (value?.kind !== 'string' || !mayBeSecret(value.value)) return false;
  const text = value.value.trim();
  if (/password/i.test(name)) return true;
  return !MADE_UP.test(text) && !NAME_OF_SECRET.test(text) && !NAME_IN_CAPITALS.test(text);
}
