import { referencesIn } from '@tfwarden/hcl';
import type { AttributeView } from '../../kit/index.ts';

/** Attributes that hold a secret, by type; undefined where every attribute counts. */
const SECRETS: Readonly<Record<string, readonly string[] | undefined>> = {
  // tfsec counted every attribute of a parameter.
  aws_ssm_parameter: undefined,
  'data.aws_ssm_parameter': ['value', 'insecure_value'],
  aws_secretsmanager_secret_version: ['secret_string', 'secret_binary'],
  'data.aws_secretsmanager_secret_version': ['secret_string', 'secret_binary'],
  'data.aws_secretsmanager_random_password': ['random_password'],
  random_password: ['result', 'bcrypt_hash'],
};

/**
 * The secret that a text is made of, as an address with the attribute: `aws_ssm_parameter.token.value`. Found through the reference as it
 * is written, and through locals and modules as long as the value is not known.
 */
export function secretIn(text: AttributeView): string | undefined {
  for (const { subject, path } of text.waitsFor) {
    const found = secretAt(subject.address + path);
    if (found !== undefined) return found;
  }
  const references = text.expression === undefined ? [] : referencesIn(text.expression);
  for (const { root, steps } of references) {
    const names = [root.name];
    for (const step of steps) if (step.kind === 'attributeStep') names.push(step.name);
    const found = secretAt(names.join('.'));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @param reference `module.net["a"].data.aws_ssm_parameter.token[0].value` */
function secretAt(reference: string): string | undefined {
  const match = /^(?:module\.[^.]+\.)*((?:data\.)?[a-z0-9_]+)\.[^.]+(?:\.([^.[]+))?/.exec(reference);
  const type = match?.[1] ?? '';
  if (!Object.hasOwn(SECRETS, type)) return undefined;
  const attributes = SECRETS[type];
  return attributes === undefined || attributes.includes(match?.[2] ?? '') ? match?.[0] : undefined;
}
