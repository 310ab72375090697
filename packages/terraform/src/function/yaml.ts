import type { FunctionDefinition, Value } from '@tfwarden/hcl';
import { DYNAMIC, isWhollyKnown, STRING, stringValue, typeOf, unknownValue } from '@tfwarden/hcl';
import { anyParameter, argumentAt, defineFunction, stringParameter, textAt } from './define.ts';
import { readYaml } from './yaml/read-yaml.ts';
import { writeYaml } from './yaml/write-yaml.ts';

/** YAML, after `github.com/zclconf/go-cty-yaml`. */
export const YAML_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'yamldecode',
    parameters: [stringParameter('src')],
    returns(args) {
      const text = argumentAt(args, 0);
      return text.kind === 'string' ? typeOf(read(text.value)) : DYNAMIC;
    },
    mayBeNull: true,
    call: (args) => read(textAt(args, 0)),
  }),
  defineFunction({
    name: 'yamlencode',
    parameters: [{ ...anyParameter('value'), allowNull: true, allowDynamicType: true }],
    returns: STRING,
    mayBeNull: true,
    call(args) {
      const value = argumentAt(args, 0);
      return isWhollyKnown(value) ? stringValue(writeYaml(value)) : unknownValue(STRING);
    },
  }),
];

/** The last document is kept, because the type of the result is asked for before the result. */
let last: { readonly text: string; readonly value: Value } | undefined;

function read(text: string): Value {
  if (last?.text !== text) last = { text, value: readYaml(text) };
  return last.value;
}
