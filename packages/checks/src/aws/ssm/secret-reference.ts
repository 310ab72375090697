import type { AttributeView } from '../../kit/index.ts';

/** Attributes that hold secrets, by the type of the resource or data source. */
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  aws_ssm_parameter: ['value', 'insecure_value'],
  'data.aws_ssm_parameter': ['value', 'insecure_value'],
  'data.aws_ssm_parameters_by_path': ['values'],
  aws_secretsmanager_secret_version: ['secret_string', 'secret_binary'],
  'data.aws_secretsmanager_secret_version': ['secret_string', 'secret_binary'],
  'data.aws_secretsmanager_random_password': ['random_password'],
  random_password: ['result'],
};

/**
 * The first secret that a value is made of, also through locals, variables and modules, whether it is known or not.
 * @returns how a message names it: `aws_ssm_parameter.password.value`; undefined without one
 */
export function secretIn(argument: AttributeView): string | undefined {
  const names = [
    ...argument.waitsFor.map(({ subject, path }) => subject.address + path),
    ...argument.explain().map((hop) => hop.name),
  ];
  return names.find(isSecret);
}

/** @param name of an attribute with its resource, in any module: `module.orders.data.aws_ssm_parameter.password.value` */
function isSecret(name: string): boolean {
  const [type, rest] = resourceIn(name);
  const attributes = SECRETS[type];
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
