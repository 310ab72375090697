/**
 * Words that make a name sensitive wherever they occur in it; the list tfsec's users know. All but `password` must end a word:
 * a `secretstore` and a `tokenizer` hold none.
 */
const SENSITIVE_WORDS =
  /password|(?:secret(?:key|value)?|private_key|aws_access_key_id|aws_secret_access_key|token|api_key)s?[0-9]*(?:_|$)/;

/** Holds for every sensitive name; most names fail it, and cost no more. */
const MAY_BE_SENSITIVE = /password|secret|private|access|token|api/i;

/** Last words of names that speak about a secret without being one: `secret_arn`, `password_length`, `token_validity`. */
const HARMLESS_ENDINGS: readonly string[] = [
  'account',
  'algorithm',
  'arn',
  'audience',
  'bucket',
  'count',
  'days',
  'duration',
  'enabled',
  'endpoint',
  'expiration',
  'expiry',
  'field',
  'file',
  'format',
  'header',
  'id',
  'ids',
  'issuer',
  'kind',
  'label',
  'length',
  'lifetime',
  'location',
  'method',
  'mode',
  'name',
  'names',
  'namespace',
  'parameter',
  'path',
  'pattern',
  'period',
  'policy',
  'prefix',
  'provider',
  'ref',
  'region',
  'required',
  'retention',
  'role',
  'rotation',
  'sa',
  'scope',
  'scopes',
  'source',
  'stage',
  'status',
  'store',
  'suffix',
  'table',
  'template',
  'tenant',
  'ttl',
  'type',
  'uri',
  'url',
  'usage',
  'user',
  'username',
  'validity',
  'version',
];

/** Words that make any name one of a place where a secret is: `ssm_path_password_value`, `secret_name_suffix`. */
const REFERRING_WORDS: readonly string[] = ['arn', 'name', 'path'];

/** Names of tokens that only tell one request from another. */
const NEVER_SENSITIVE: ReadonlySet<string> = new Set([
  'creation_token',
  'client_request_token',
  'continuation_token',
  'next_token',
]);

/** Names that end harmlessly and are secrets all the same. */
const ALWAYS_SENSITIVE: ReadonlySet<string> = new Set(['aws_access_key_id']);

/** Whether a name says that its value is a secret. @param name of an argument, variable or environment variable, in any case */
export function isSensitiveName(name: string): boolean {
  if (!MAY_BE_SENSITIVE.test(name)) return false;
  const words = snakeCase(name);
  if (ALWAYS_SENSITIVE.has(words)) return true;
  if (!SENSITIVE_WORDS.test(words) || NEVER_SENSITIVE.has(words)) return false;
  const all = words.split('_');
  return !HARMLESS_ENDINGS.includes(all.at(-1) ?? '') && !REFERRING_WORDS.some((word) => all.includes(word));
}

/** `apiKey`, `API-KEY` and `api_key` are one name. */
function snakeCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[-. ]/g, '_')
    .toLowerCase();
}
