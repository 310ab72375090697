import { describe, expect, test } from 'vitest';
import { describeValue } from '../../testing/describe-value.ts';
import { parseJsonValue } from '../syntax/json/parse-json.ts';
import { parseExpression } from '../syntax/parse.ts';
import { jsonExpression } from '../syntax/walk.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { SourceFile } from '../text/source-file.ts';
import { integerValue, objectValue, stringValue, tupleValue, unknownValue } from '../value/construct.ts';
import { MAX_VALUE_DEPTH } from '../value/extent.ts';
import { DYNAMIC, STRING } from '../value/type.ts';
import type { OriginSubject, Value } from '../value/value.ts';
import { evaluate } from './evaluate.ts';
import type { FunctionDefinition, Scope } from './scope.ts';
import { FunctionError } from './scope.ts';

const VPC: OriginSubject = { kind: 'resource', address: 'aws_vpc.main' };
const SUBNETS: OriginSubject = { kind: 'resource', address: 'aws_subnet.private' };

const VARIABLES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['vpc', objectValue([['cidr_block', stringValue('10.0.0.0/16')]], { subject: VPC, path: '' })],
  ['subnets', unknownValue(DYNAMIC, { origin: { subject: SUBNETS, path: '' } })],
  ['region', stringValue('eu-west-1')],
]);

const FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = new Map<string, FunctionDefinition>([
  ['fail', failing()],
  ['endless', recursing()],
]);

const SCOPE: Scope = {
  resolve({ root }) {
    const value = VARIABLES.get(root.name);
    return value === undefined ? undefined : { value, stepsUsed: 0 };
  },
  findFunction: (name) => FUNCTIONS.get(name),
  rootNames: () => [...VARIABLES.keys()],
  functionNames: () => [...FUNCTIONS.keys()],
};

function failing(): FunctionDefinition {
  return {
    name: 'fail',
    parameters: [],
    returnType: () => STRING,
    call() {
      throw new FunctionError('always');
    },
  };
}

function recursing(): FunctionDefinition {
  const recurse = (): Value => tupleValue([recurse()]);
  return { name: 'endless', parameters: [], returnType: () => DYNAMIC, call: recurse };
}

function run(text: string, scope: Scope | undefined = SCOPE): { value: Value; diagnostics: readonly Diagnostic[] } {
  const { expression, diagnostics: mistakes } = parseExpression(new SourceFile('main.tf', text));
  const diagnostics: Diagnostic[] = [...mistakes];
  return { value: evaluate(expression, scope, diagnostics), diagnostics };
}

/** `aws_vpc.main.id`, for the value that stands for it. */
function originOf(text: string): string | undefined {
  const { value, diagnostics } = run(text);
  expect(diagnostics).toEqual([]);
  return value.kind === 'unknown' && value.origin !== undefined
    ? value.origin.subject.address + value.origin.path
    : undefined;
}

describe('an unknown value keeps what it stands for', () => {
  test.each([
    ['vpc.id', 'aws_vpc.main.id'],
    ['vpc["id"]', 'aws_vpc.main.id'],
    ['(vpc.id)', 'aws_vpc.main.id'],
    ['"${vpc.id}"', 'aws_vpc.main.id'],
    ['true ? vpc.id : null', 'aws_vpc.main.id'],
    ['[vpc.id][0]', 'aws_vpc.main.id'],
    ['{ id = vpc.id }.id', 'aws_vpc.main.id'],
    ['[for v in [vpc] : v.id][0]', 'aws_vpc.main.id'],
    ['([vpc][*].id)[0]', 'aws_vpc.main.id'],
    ['subnets[0].id', 'aws_subnet.private[0].id'],
    ['subnets["a b"].id', 'aws_subnet.private["a b"].id'],
    ['subnets[*].id', 'aws_subnet.private[*].id'],
  ])('%s is %s', (text, expected) => {
    expect(originOf(text)).toBe(expected);
  });

  test('what is computed from it stands for nothing but waits for it', () => {
    const { value } = run('"${vpc.id}/${subnets[0].id}"');
    expect(value).toMatchObject({
      kind: 'unknown',
      origin: undefined,
      waitsFor: [
        { subject: VPC, path: '.id' },
        { subject: SUBNETS, path: '[0].id' },
      ],
    });
  });

  test('a template remembers its pieces', () => {
    const { value } = run('"arn:aws:ec2:${region}:${vpc.owner_id}:vpc/*"');
    expect(value).toMatchObject({
      refinement: { notNull: true, prefix: 'arn:aws:ec2:eu-west-1:' },
      parts: ['arn:aws:ec2:eu-west-1:', { origin: { path: '.owner_id' } }, ':vpc/*'],
    });
  });
});

describe('an open object', () => {
  test('has its written attributes and is never in error about others', () => {
    expect(describeValue(run('vpc.cidr_block').value)).toBe('"10.0.0.0/16"');
    expect(run('vpc.tags.Name').diagnostics).toEqual([]);
  });

  test('is not null, and may or may not equal another object', () => {
    expect(describeValue(run('vpc == null').value)).toBe('false');
    expect(describeValue(run('vpc == { cidr_block = "10.0.0.0/16" }').value)).toBe('?"bool"!');
    expect(describeValue(run('vpc == "x"').value)).toBe('false');
  });

  test('cannot be iterated, and its splat is one element', () => {
    expect(describeValue(run('[for k, v in vpc : k]').value)).toBe('?"dynamic"');
    expect(describeValue(run('vpc[*].cidr_block').value)).toBe('["10.0.0.0/16",)');
  });
});

describe('diagnostics', () => {
  test('suggest names', () => {
    expect(run('regoin').diagnostics).toMatchObject([
      { summary: 'Unknown variable', detail: 'There is no variable named "regoin". Did you mean "region"?' },
    ]);
    expect(run('fails()').diagnostics).toMatchObject([
      { code: 'hcl/call-to-unknown-function', detail: 'There is no function named "fails". Did you mean "fail"?' },
    ]);
  });

  test('without a scope names and calls are errors', () => {
    const { expression } = parseExpression(new SourceFile('main.tf', '[region, fail()]'));
    const diagnostics: Diagnostic[] = [];
    evaluate(expression, undefined, diagnostics);
    expect(diagnostics.map(({ summary }) => summary)).toEqual(['Variables not allowed', 'Function calls not allowed']);
  });

  test('of the result that is not chosen do not count', () => {
    expect(run('true ? 1 : fail()').diagnostics).toEqual([]);
    expect(run('false ? 1 : fail()').diagnostics).toMatchObject([{ summary: 'Error in function call' }]);
  });
});

describe('JSON syntax', () => {
  test('strings and names are templates where there is a scope', () => {
    const text = '{"${region}": ["${1 + 1}", "$${x}", null, 1.5, true]}';
    expect(runJson(text, SCOPE)).toBe('{"eu-west-1"=[2@512,"${x}",null:"dynamic",1.5@512,true,),)');
    expect(runJson(text, undefined)).toBe('{"${region}"=["${1 + 1}","$${x}",null:"dynamic",1.5@512,true,),)');
  });

  test('a name that comes twice is an error at the second', () => {
    expect(runJson('{"${region}": 1, "eu-west-1": 2}', SCOPE)).toBe(
      '{"eu-west-1"=1@512,)\nAn attribute named "eu-west-1" was already defined at main.tf.json:1,2-13.',
    );
  });
});

function runJson(text: string, scope: Scope | undefined): string {
  const { node } = parseJsonValue(new SourceFile('main.tf.json', text));
  const diagnostics: Diagnostic[] = [];
  const value = describeValue(evaluate(jsonExpression(node), scope, diagnostics));
  return [value, ...diagnostics.map(({ detail }) => detail)].join('\n');
}

describe('hostile input', () => {
  test('a chain of 100,000 operators needs no stack', () => {
    expect(describeValue(run(Array.from({ length: 100_001 }, () => '1').join(' + ')).value)).toBe('100001@512');
    expect(describeValue(run(Array.from({ length: 100_001 }, () => 'true').join(' && ')).value)).toBe('true');
  });

  test('an implementation that overflows the stack is a diagnostic', () => {
    expect(run('endless()').diagnostics).toMatchObject([
      { detail: 'Call to function "endless" failed: the value is too large to process.' },
    ]);
  });

  test('loops within loops are bounded together', () => {
    const x = tupleValue(Array.from({ length: 1000 }, (_, i) => integerValue(i)));
    const { value, diagnostics } = runWith(x, '[for a in x : [for b in x : [for c in x : c if false]]]');
    expect(diagnostics).toMatchObject([{ summary: 'Loop too long' }]);
    expect(value.kind).toBe('unknown');
  });

  test('a loop whose every element is in error stops', () => {
    const x = tupleValue(Array.from({ length: 100_000 }, (_, i) => integerValue(i)));
    const { value, diagnostics } = runWith(x, '[for a in x : a.name]');
    expect(diagnostics.length).toBeLessThan(1100);
    expect(value.kind).toBe('unknown');
  });

  test('a value that doubles with every name is bounded', () => {
    let value: Value = tupleValue([integerValue(1), integerValue(2)]);
    let diagnostics: readonly Diagnostic[] = [];
    for (let i = 0; i < 64 && diagnostics.length === 0; i++) ({ value, diagnostics } = runWith(value, '[x, x]'));
    expect(diagnostics).toMatchObject([{ summary: 'Value too large' }]);
    expect(value.kind).toBe('unknown');
  });

  test('a string that doubles with every name is bounded', () => {
    let value: Value = stringValue('a'.repeat(1000));
    let diagnostics: readonly Diagnostic[] = [];
    for (let i = 0; i < 64 && diagnostics.length === 0; i++) ({ value, diagnostics } = runWith(value, '"${x}${x}"'));
    expect(diagnostics).toMatchObject([{ summary: 'String too long' }]);
  });

  test('the pieces of an unknown string that doubles are bounded', () => {
    let value: Value = unknownValue(STRING);
    for (let i = 0; i < 64; i++) value = runWith(value, '"a${x}b${x}"').value;
    expect(value.kind === 'unknown' && (value.parts?.length ?? 0)).toBeLessThan(1000);
  });

  test('a value that nests deeper with every name is bounded', () => {
    let value: Value = integerValue(1);
    for (let i = 0; i < MAX_VALUE_DEPTH; i++) value = runWith(value, '{ a = x }').value;
    expect(runWith(value, '[x]').diagnostics).toMatchObject([{ summary: 'Value nests too deep' }]);
    expect(describeValue(runWith(value, 'x == x').value)).toBe('true');
  });
});

function runWith(x: Value, text: string): { value: Value; diagnostics: readonly Diagnostic[] } {
  return run(text, {
    resolve: ({ root }) => (root.name === 'x' ? { value: x, stepsUsed: 0 } : undefined),
    findFunction: () => undefined,
  });
}
