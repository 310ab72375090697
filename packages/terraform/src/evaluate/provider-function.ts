import type { FunctionDefinition } from '@tfwarden/hcl';
import { DYNAMIC, unknownValue, waitsForOf } from '@tfwarden/hcl';

const PREFIX = 'provider::';

/**
 * A function that a provider offers: nothing is known of it but that it exists, so it takes anything and its result is unknown.
 * @returns undefined for names outside of `provider::`
 */
export function providerFunction(name: string): FunctionDefinition | undefined {
  if (!name.startsWith(PREFIX) || name.slice(PREFIX.length).split('::').length !== 2) return undefined;
  return {
    name,
    parameters: [],
    variadic: {
      name: 'arguments',
      type: DYNAMIC,
      allowNull: true,
      allowUnknown: true,
      allowDynamicType: true,
      allowMarked: true,
    },
    returnType: () => DYNAMIC,
    call: (args) => unknownValue(DYNAMIC, { waitsFor: waitsForOf(...args) }),
  };
}
