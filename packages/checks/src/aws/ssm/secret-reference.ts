import type { Origin } from '@tfwarden/hcl';
import { referencesIn } from '@tfwarden/hcl';
import type { AttributeView } from '../../kit/index.ts';

/** Attributes that hold secrets, by the type of the resource or data source. */
const SECRETS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    aws_ssm_parameter: ['value', 'insecure_value'],
    'data.aws_ssm_parameter': ['value', 'insecure_value'],
    'data.aws_ssm_parameters_by_path': ['values'],
    aws_secretsmanager_secret_version: ['secret_string', 'secret_binary'],
    'data.aws_secretsmanager_secret_version': ['secret_string', 'secret_binary'],
    'data.aws_secretsmanager_random_password': ['random_password'],
    random_password: ['result'],
  }),
);

/** A secret that a value is made of. */
export interface SecretReference {
  /** How a message names it: `aws_ssm_parameter.password.value`. */
  readonly name: string;
  /**
   * It is in the value. Otherwise the value only depends on it: a setting that is looked up by something that is decoded from a secret is
   * no secret, and a local that encodes one is; which of the two it is shows at apply.
   */
  readonly isCertain: boolean;
}

/** The first secret that a value is made of, also through locals, variables and modules, whether it is known or not. */
export function secretIn(argument: AttributeView): SecretReference | undefined {
  const certain = [...namesInside(argument), ...namesWritten(argument)].find(isSecret);
  if (certain !== undefined) return { name: certain, isCertain: true };
  const possible = [...argument.waitsFor.map(printOrigin), ...argument.explain().map((hop) => hop.name)].find(isSecret);
  return possible === undefined ? undefined : { name: possible, isCertain: false };
}

/** What the value or a piece of it stands for, and, where it is known, the places whose text is in it. */
function namesInside(argument: AttributeView): readonly string[] {
  const { value } = argument;
  if (value?.kind === 'unknown') {
    const pieces = [value, ...(value.parts ?? [])];
    return pieces.flatMap((piece) =>
      typeof piece === 'string' || piece.origin === undefined ? [] : printOrigin(piece.origin),
    );
  }
  const text = argument.text();
  if (text === undefined) return [];
  return argument
    .explain()
    .flatMap((hop) =>
      hop.value.kind === 'string' && hop.value.value !== '' && text.includes(hop.value.value) ? hop.name : [],
    );
}

/** References in the argument itself, also inside functions: `urlencode(random_password.orders.result)`. */
function namesWritten(argument: AttributeView): readonly string[] {
  if (argument.expression === undefined) return [];
  return referencesIn(argument.expression).map(({ root, steps }) => {
    const names = [root.name];
    for (const step of steps) {
      if (step.kind === 'attributeStep') names.push(step.name);
    }
    return names.join('.');
  });
}

function printOrigin({ subject, path }: Origin): string {
  return subject.address + path;
}

/** @param name of an attribute with its resource, in any module: `module.orders.data.aws_ssm_parameter.password.value` */
function isSecret(name: string): boolean {
  const [type, rest] = resourceIn(name);
  const attributes = SECRETS.get(type);
  if (attributes === undefined) return false;
  const attribute = rest[1];
  // Without an attribute it is the whole resource, as in `jsonencode(aws_ssm_parameter.password)`.
  return attribute === undefined || attributes.includes(attribute);
}

/** The type, and the name and attributes after it, without keys: `["aws_ssm_parameter", ["password", "value"]]`. */
function resourceIn(name: string): readonly [type: string, rest: readonly string[]] {
  const steps = name.replaceAll(/\[[^\]]*\]/g, '').split('.');
  let start = 0;
  while (steps[start] === 'module') start += 2;
  if (steps[start] !== 'data') return [steps[start] ?? '', steps.slice(start + 1)];
  return [`data.${steps[start + 1] ?? ''}`, steps.slice(start + 2)];
}
