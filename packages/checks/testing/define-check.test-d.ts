// Compiled, never run: what the compiler must refuse in a check.
import { defineCheck, eachBlock, requireTrue } from '../src/kit/index.ts';

const FACTS = {
  id: 'aws-dynamodb-enable-recovery',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_dynamodb_table',
  title: '',
  why: '',
  harm: '',
  remedy: '',
  links: ['https://docs.aws.amazon.com/'],
  alsoKnownAs: {},
  good: (): readonly [string] => [''],
} as const;

export const reports = defineCheck({
  ...FACTS,
  messages: { open: '`{address}` opens {port}', off: '`{address}` is off' },
  examples: () => [{ bad: '', expect: 'open' }],
  evaluate(table, report) {
    report.fail({ message: 'off', at: table });
    report.fail({ message: 'open', at: table, values: { port: 22 } });
    report.undetermined({ at: table });
    // @ts-expect-error the text of `open` needs the port
    report.fail({ message: 'open', at: table });
    // @ts-expect-error no such message
    report.fail({ message: 'opened', at: table });
  },
});

export const example = defineCheck({
  ...FACTS,
  messages: { off: '`{address}` is off' },
  // @ts-expect-error no such message
  examples: () => [{ bad: '', expect: 'on' }],
  evaluate() {},
});

export const withoutLinks = defineCheck({
  ...FACTS,
  // @ts-expect-error links cannot be empty
  links: [],
  messages: { off: '`{address}` is off' },
  examples: () => [{ bad: '', expect: 'off' }],
  evaluate() {},
});

export const shape = defineCheck({
  ...FACTS,
  messages: { missing: '`{address}` has none', disabled: '`{address}` is off' },
  examples: () => [{ bad: '', expect: 'missing' }],
  evaluate: requireTrue('point_in_time_recovery.enabled'),
});

export const shapeWithoutMessage = defineCheck({
  ...FACTS,
  messages: { missing: '`{address}` has none' },
  examples: () => [{ bad: '', expect: 'missing' }],
  // @ts-expect-error the shape uses the message `disabled`
  evaluate: eachBlock('replica', requireTrue('point_in_time_recovery')),
});
