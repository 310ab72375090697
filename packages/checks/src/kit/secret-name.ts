/** Words that make a name sensitive wherever they occur in it; the list tfsec's users know. */
const SENSITIVE_WORDS: readonly string[] = [
  'password',
  'secret',
  'private_key',
  'aws_access_key_id',
  'aws_secret_access_key',
  'token',
  'api_key',
];

/** Last words of names that speak about a secret without being one: `secret_arn`, `password_length`, `token_validity`. */
const HARMLESS_ENDINGS: readonly string[] = [
  'algorithm',
  'arn',
  'count',
  'days',
  'duration',
  'enabled',
  'endpoint',
  'expiration',
  'expiry',
  'file',
  'format',
  'id',
  'ids',
  'length',
  'lifetime',
  'location',
  'name',
  'names',
  'path',
  'period',
  'policy',
  'prefix',
  'ref',
  'required',
  'retention',
  'rotation',
  'store',
  'ttl',
  'type',
  'uri',
  'url',
  'usage',
  'validity',
  'version',
];

/** Names that end harmlessly and are secrets all the same. */
const ALWAYS_SENSITIVE: ReadonlySet<string> = new Set(['aws_access_key_id']);

/** Whether a name says that its value is a secret. @param name of an argument, variable or environment variable, in any case */
export function isSensitiveName(name: string): boolean {
  const words = snakeCase(name);
  if (ALWAYS_SENSITIVE.has(words)) return true;
  if (!SENSITIVE_WORDS.some((word) => words.includes(word))) return false;
  const last = words.slice(words.lastIndexOf('_') + 1);
  return !HARMLESS_ENDINGS.includes(last);
}

/** `apiKey`, `API-KEY` and `api_key` are one name. */
function snakeCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[-. ]/g, '_')
    .toLowerCase();
}
