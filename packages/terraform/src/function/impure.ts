import type { FunctionDefinition, Origin } from '@tfwarden/hcl';
import { FunctionError, STRING, stringValue, unknownValue } from '@tfwarden/hcl';
import { defineFunction, intOf, numberAt, numberParameter, stringParameter, undecided } from './define.ts';
import type { FunctionEnvironment } from './environment.ts';

/** Functions whose result time or chance decides: it is unknown, as it is in a plan of Terraform. */
export function impureFunctions({ planTimestamp }: FunctionEnvironment): readonly FunctionDefinition[] {
  // One plan has one timestamp, so all uses of it are the same value.
  const origin: Origin = { subject: { kind: 'function', address: 'plantimestamp()' }, path: '' };
  return [
    defineFunction({
      name: 'timestamp',
      parameters: [],
      returns: STRING,
      call: () => undecided('timestamp', STRING),
    }),
    defineFunction({
      name: 'plantimestamp',
      parameters: [],
      returns: STRING,
      mayBeNull: true,
      call: () =>
        planTimestamp === undefined
          ? unknownValue(STRING, { origin, refinement: { notNull: true } })
          : stringValue(planTimestamp),
    }),
    defineFunction({
      name: 'uuid',
      parameters: [],
      returns: STRING,
      call: () => undecided('uuid', STRING),
    }),
    defineFunction({
      name: 'bcrypt',
      parameters: [stringParameter('str')],
      variadic: numberParameter('cost'),
      returns: STRING,
      call(args) {
        if (args.length > 1) intOf(numberAt(args, 1));
        if (args.length > 2) throw new FunctionError('bcrypt() takes no more than two arguments');
        return undecided('bcrypt', STRING);
      },
    }),
  ];
}
