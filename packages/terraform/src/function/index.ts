import type { FunctionDefinition } from '@tfwarden/hcl';
import { ATTEMPT_FUNCTIONS } from './attempt.ts';
import { CIDR_FUNCTIONS } from './cidr.ts';
import { ANY_FUNCTIONS } from './collection/any.ts';
import { LIST_FUNCTIONS } from './collection/list.ts';
import { MAP_FUNCTIONS } from './collection/map.ts';
import { SET_FUNCTIONS } from './collection/set.ts';
import { CSV_FUNCTIONS } from './csv.ts';
import { DATE_FUNCTIONS } from './date.ts';
import { decryptionFunctions } from './decryption.ts';
import { ENCODING_FUNCTIONS } from './encoding.ts';
import type { FunctionEnvironment } from './environment.ts';
import { filesystemFunctions } from './filesystem.ts';
import { FORMAT_FUNCTIONS } from './format.ts';
import { HASH_FUNCTIONS } from './hash.ts';
import { impureFunctions } from './impure.ts';
import { JSON_FUNCTIONS } from './json.ts';
import { NUMERIC_FUNCTIONS } from './numeric.ts';
import { OPENTOFU_FUNCTIONS } from './opentofu.ts';
import { BUILTIN_PROVIDER_FUNCTIONS } from './provider/builtin-provider.ts';
import { REGEX_FUNCTIONS } from './regex.ts';
import { STRING_FUNCTIONS } from './string.ts';
import { templateFunctions } from './template.ts';
import { TYPE_CONVERSION_FUNCTIONS } from './type-conversion.ts';
import { YAML_FUNCTIONS } from './yaml.ts';

export type { FunctionEnvironment, FunctionOptions } from './environment.ts';

/** Functions that need nothing of the world around them. */
const PURE_FUNCTIONS: readonly (readonly FunctionDefinition[])[] = [
  ANY_FUNCTIONS,
  ATTEMPT_FUNCTIONS,
  CIDR_FUNCTIONS,
  CSV_FUNCTIONS,
  DATE_FUNCTIONS,
  ENCODING_FUNCTIONS,
  FORMAT_FUNCTIONS,
  HASH_FUNCTIONS,
  JSON_FUNCTIONS,
  LIST_FUNCTIONS,
  MAP_FUNCTIONS,
  NUMERIC_FUNCTIONS,
  REGEX_FUNCTIONS,
  SET_FUNCTIONS,
  STRING_FUNCTIONS,
  TYPE_CONVERSION_FUNCTIONS,
  YAML_FUNCTIONS,
];

/**
 * All functions of Terraform 1.11 by name, also as `core::name`, and those of the provider that is built in. With the language `opentofu`
 * also OpenTofu's own.
 * @see https://developer.hashicorp.com/terraform/language/functions  (checked against terraform 1.11.4)
 */
export function createFunctions(environment: FunctionEnvironment): ReadonlyMap<string, FunctionDefinition> {
  pure ??= functionsByName(PURE_FUNCTIONS.flat(), BUILTIN_PROVIDER_FUNCTIONS);
  const functions = new Map(pure);
  const own = [
    ...decryptionFunctions(environment),
    ...impureFunctions(environment),
    ...filesystemFunctions(environment),
    ...templateFunctions(environment, (name) => functions.get(name)),
    ...(environment.language === 'opentofu' ? OPENTOFU_FUNCTIONS : []),
  ];
  for (const [name, definition] of functionsByName(own, [])) functions.set(name, definition);
  return functions;
}

/** Made when the first root is opened; all roots share it. */
let pure: ReadonlyMap<string, FunctionDefinition> | undefined;

/** @param core those that are also known as `core::name` */
function functionsByName(
  core: readonly FunctionDefinition[],
  others: readonly FunctionDefinition[],
): ReadonlyMap<string, FunctionDefinition> {
  const functions = new Map<string, FunctionDefinition>();
  for (const definition of core) {
    functions.set(definition.name, definition);
    functions.set(`core::${definition.name}`, definition);
  }
  for (const definition of others) functions.set(definition.name, definition);
  return functions;
}
