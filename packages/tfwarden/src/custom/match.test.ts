import { memoryFileSystem, openRoot } from '@tfwarden/terraform';
import { describe, expect, test } from 'vitest';
import { blocksOf } from './blocks-of.ts';
import type { MatchSpec } from './check-schema.ts';
import { compilePattern } from './custom-checks.ts';
import { matchSpec, type Outcome } from './match.ts';

const CONFIGURATION = `
variable "unknown" {}

provider "aws" {
  default_tags {
    tags = { Team = "platform" }
  }
}

provider "aws" {
  alias = "west"
}

resource "test" "it" {
  text    = "Hello"
  number  = 5
  digits  = "5"
  yes     = true
  yestext = "TRUE"
  nothing = null
  empty   = ""
  list    = ["a", "B"]
  void    = []
  map     = { Name = "orders", size = "large" }
  later   = var.unknown
  tags    = { Owner = "me" }

  rule {
    port = 22
    open = true
  }

  rule {
    port = 443
    open = true
  }

  bare {}

  dynamic "maybe" {
    for_each = var.unknown
    content {
      x = 1
    }
  }
}

resource "test" "west" {
  provider = aws.west
}

resource "other" "one" {
  size = 1
}
`;

function outcome(spec: MatchSpec, address = 'test.it'): Outcome {
  const evaluation = openRoot(memoryFileSystem({ 'main.tf': CONFIGURATION }), '.');
  const all = blocksOf(evaluation);
  const block = all.find((candidate) => candidate.address === address);
  if (block === undefined) throw new Error(`no block ${address}`);
  return matchSpec(spec, block.content, { block, all, regex: compilePattern, variables: new Map(), waitsFor: [] });
}

function both(first: MatchSpec, second: MatchSpec): MatchSpec {
  return { action: 'and', predicateMatchSpec: [first, second] };
}

// The table of section 5.2 of the reference; `unknown` where tfsec guesses.
const TABLE: readonly (readonly [MatchSpec, Outcome])[] = [
  [{ action: 'isPresent', name: 'text' }, 'pass'],
  [{ action: 'isPresent', name: 'nothing' }, 'pass'],
  [{ action: 'isPresent', name: 'later' }, 'pass'],
  [{ action: 'isPresent', name: 'rule' }, 'pass'],
  [{ action: 'isPresent', name: 'missing' }, 'fail'],
  [{ action: 'isPresent', name: 'missing', ignoreUndefined: true }, 'pass'],
  [{ action: 'isPresent', name: 'maybe' }, 'unknown'],
  [{ action: 'notPresent', name: 'missing' }, 'pass'],
  [{ action: 'notPresent', name: 'rule' }, 'fail'],
  [{ action: 'notPresent', name: 'maybe' }, 'unknown'],
  [{ action: 'isEmpty', name: 'missing' }, 'pass'],
  [{ action: 'isEmpty', name: 'empty' }, 'pass'],
  [{ action: 'isEmpty', name: 'void' }, 'pass'],
  [{ action: 'isEmpty', name: 'bare' }, 'pass'],
  [{ action: 'isEmpty', name: 'list' }, 'fail'],
  [{ action: 'isEmpty', name: 'number' }, 'fail'],
  [{ action: 'isEmpty', name: 'yes' }, 'fail'],
  [{ action: 'isEmpty', name: 'nothing' }, 'pass'],
  [{ action: 'isEmpty', name: 'later' }, 'unknown'],
  [{ action: 'equals', name: 'text', value: 'hELLO' }, 'pass'],
  [{ action: 'equals', name: 'text', value: 'Hell' }, 'fail'],
  [{ action: 'equals', name: 'number', value: 5 }, 'pass'],
  [{ action: 'equals', name: 'number', value: '5' }, 'fail'],
  [{ action: 'equals', name: 'digits', value: 5 }, 'pass'],
  [{ action: 'equals', name: 'digits', value: '5' }, 'pass'],
  [{ action: 'equals', name: 'yes', value: true }, 'pass'],
  [{ action: 'equals', name: 'yes', value: 'true' }, 'fail'],
  [{ action: 'equals', name: 'yestext', value: true }, 'pass'],
  [{ action: 'equals', name: 'list', value: 'a' }, 'fail'],
  [{ action: 'equals', name: 'later', value: 'a' }, 'unknown'],
  [{ action: 'equals', name: 'missing', value: 'a' }, 'fail'],
  [{ action: 'equals', name: 'missing', value: 'a', ignoreUndefined: true }, 'pass'],
  [{ action: 'notEqual', name: 'text', value: 'x' }, 'pass'],
  [{ action: 'notEqual', name: 'text', value: 'HELLO' }, 'fail'],
  [{ action: 'notEqual', name: 'list', value: 'a' }, 'pass'],
  [{ action: 'notEqual', name: 'missing', value: 'a' }, 'fail'],
  [{ action: 'notEqual', name: 'later', value: 'a' }, 'unknown'],
  [{ action: 'startsWith', name: 'text', value: 'He' }, 'pass'],
  [{ action: 'startsWith', name: 'text', value: 'he' }, 'fail'],
  [{ action: 'startsWith', name: 'number', value: '5' }, 'fail'],
  [{ action: 'endsWith', name: 'text', value: 'lo' }, 'pass'],
  [{ action: 'contains', name: 'text', value: 'ELL' }, 'pass'],
  [{ action: 'contains', name: 'list', value: 'b' }, 'pass'],
  [{ action: 'contains', name: 'list', value: 'c' }, 'fail'],
  [{ action: 'contains', name: 'map', value: 'Name' }, 'pass'],
  [{ action: 'contains', name: 'map', value: 'name' }, 'fail'],
  [{ action: 'contains', name: 'map', value: { Name: 'ORDERS' } }, 'pass'],
  [{ action: 'contains', name: 'map', value: { Name: 'orders', size: 'small' } }, 'fail'],
  [{ action: 'contains', name: 'map', value: { size: { action: 'isAny', value: ['large', 'small'] } } }, 'pass'],
  [{ action: 'contains', name: 'map', value: { size: { action: 'isNone', value: ['large'] } } }, 'fail'],
  [{ action: 'contains', name: 'map', value: { size: { action: 'regexMatches', value: '^la' } } }, 'pass'],
  [{ action: 'contains', name: 'number', value: '5' }, 'fail'],
  [{ action: 'contains', name: 'yes', value: 't' }, 'fail'],
  [{ action: 'notContains', name: 'text', value: 'ELL' }, 'pass'],
  [{ action: 'notContains', name: 'text', value: 'ell' }, 'fail'],
  [{ action: 'notContains', name: 'list', value: 'b' }, 'pass'],
  [{ action: 'notContains', name: 'missing', value: 'b' }, 'fail'],
  [{ action: 'onlyContains', name: 'list', value: ['a', 'B', 'c'] }, 'pass'],
  [{ action: 'onlyContains', name: 'list', value: ['a'] }, 'fail'],
  [{ action: 'onlyContains', name: 'void', value: ['a'] }, 'pass'],
  [{ action: 'onlyContains', name: 'text', value: ['Hello'] }, 'fail'],
  [{ action: 'lessThan', name: 'number', value: 6 }, 'pass'],
  [{ action: 'lessThan', name: 'number', value: 5 }, 'fail'],
  [{ action: 'lessThanOrEqualTo', name: 'number', value: 5 }, 'pass'],
  [{ action: 'greaterThan', name: 'number', value: 4 }, 'pass'],
  [{ action: 'greaterThanOrEqualTo', name: 'number', value: 6 }, 'fail'],
  [{ action: 'lessThan', name: 'digits', value: 6 }, 'fail'],
  [{ action: 'lessThan', name: 'number', value: '6' }, 'fail'],
  [{ action: 'regexMatches', name: 'text', value: 'l+o$' }, 'pass'],
  [{ action: 'regexMatches', name: 'text', value: '^l' }, 'fail'],
  [{ action: 'regexMatches', name: 'number', value: '5' }, 'fail'],
  [{ action: 'isAny', name: 'text', value: ['Hello', 'x'] }, 'pass'],
  [{ action: 'isAny', name: 'text', value: ['hello'] }, 'fail'],
  [{ action: 'isAny', name: 'number', value: [5] }, 'pass'],
  [{ action: 'isAny', name: 'number', value: ['5'] }, 'fail'],
  [{ action: 'isAny', name: 'list', value: ['a'] }, 'fail'],
  [{ action: 'isAny', name: 'missing', value: ['a'], ignoreUndefined: true }, 'fail'],
  [{ action: 'isNone', name: 'text', value: ['x'] }, 'pass'],
  [{ action: 'isNone', name: 'list', value: ['a'] }, 'pass'],
  [{ action: 'isNone', name: 'missing', value: ['a'] }, 'fail'],
  [{ action: 'isNone', name: 'missing', value: ['a'], ignoreUndefined: true }, 'pass'],
  [{ action: 'isNone', name: 'later', value: ['a'] }, 'unknown'],
  [{ action: 'requiresPresence', name: 'other' }, 'pass'],
  [{ action: 'requiresPresence', name: 'third' }, 'fail'],
  [{ action: 'requiresPresence', name: 'other', subMatch: { action: 'equals', name: 'size', value: 2 } }, 'fail'],
  [{ action: 'inModule' }, 'fail'],
  [{ action: 'hasTag', value: 'Owner' }, 'pass'],
  [{ action: 'hasTag', value: 'owner' }, 'fail'],
  [{ action: 'hasTag', value: 'Team' }, 'pass'],
  [{ action: 'ofType', value: ['test', 'x'] }, 'pass'],
  [{ action: 'ofType', value: 'test' }, 'fail'],
  [
    {
      action: 'and',
      predicateMatchSpec: [
        { action: 'isPresent', name: 'text' },
        { action: 'isPresent', name: 'no' },
      ],
    },
    'fail',
  ],
  [
    {
      action: 'or',
      predicateMatchSpec: [
        { action: 'isPresent', name: 'text' },
        { action: 'isPresent', name: 'no' },
      ],
    },
    'pass',
  ],
  [
    {
      action: 'or',
      predicateMatchSpec: [
        { action: 'isPresent', name: 'no' },
        { action: 'equals', name: 'later', value: 1 },
      ],
    },
    'unknown',
  ],
  [{ action: 'or', predicateMatchSpec: [] }, 'fail'],
  [{ action: 'and', predicateMatchSpec: [] }, 'fail'],
  [{ action: 'not', predicateMatchSpec: [{ action: 'isPresent', name: 'text' }] }, 'fail'],
  [{ action: 'not', predicateMatchSpec: [{ action: 'equals', name: 'later', value: 1 }] }, 'unknown'],
];

test.each(TABLE)('%j: %s', (spec, expected) => {
  expect(outcome(spec)).toBe(expected);
});

describe('sub-matches', () => {
  const open: MatchSpec = { action: 'equals', name: 'open', value: true };
  const ssh: MatchSpec = { action: 'equals', name: 'port', value: 22 };
  test.each([
    [{ action: 'isPresent', name: 'rule', subMatch: open }, 'pass'],
    [{ action: 'isPresent', name: 'rule', subMatch: ssh }, 'fail'],
    [{ action: 'isPresent', name: 'rule', subMatchOne: ssh }, 'pass'],
    [{ action: 'isPresent', name: 'rule', subMatchOne: open }, 'fail'],
    [{ action: 'isPresent', name: 'missing', ignoreUndefined: true, subMatch: ssh }, 'pass'],
    [{ action: 'isPresent', name: 'map', subMatch: { action: 'startsWith', name: 'Name', value: 'ord' } }, 'pass'],
    [{ action: 'isPresent', name: 'map', subMatch: { action: 'isPresent', name: 'colour' } }, 'fail'],
    [{ action: 'isPresent', name: 'map', subMatch: { action: 'equals', name: 'size', value: 'large' } }, 'pass'],
  ] as const)('%j: %s', (spec, expected) => {
    expect(outcome(spec)).toBe(expected);
  });
});

describe('conditions and variables', () => {
  const fails: MatchSpec = { action: 'isPresent', name: 'missing' };
  test('a condition that does not hold lets the spec pass', () => {
    expect(outcome({ ...fails, preConditions: [{ action: 'isPresent', name: 'nowhere' }] })).toBe('pass');
    expect(outcome({ ...fails, preConditions: [{ action: 'isPresent', name: 'text' }] })).toBe('fail');
  });

  test('a condition that nobody knows leaves it open', () => {
    expect(outcome({ ...fails, preConditions: [{ action: 'equals', name: 'later', value: 1 }] })).toBe('unknown');
  });

  test('a value that is stored is used in a later text', () => {
    const store: MatchSpec = { action: 'isPresent', name: 'digits', assignVariable: 'TFSEC_VAR_DIGITS' };
    expect(outcome(both(store, { action: 'equals', name: 'number', value: 5 }))).toBe('pass');
    expect(outcome(both(store, { action: 'equals', name: 'digits', value: 'TFSEC_VAR_DIGITS' }))).toBe('pass');
    expect(outcome(both(store, { action: 'equals', name: 'text', value: 'TFSEC_VAR_DIGITS' }))).toBe('fail');
    expect(outcome({ action: 'equals', name: 'empty', value: 'TFSEC_VAR_UNSET' })).toBe('pass');
  });

  test('a stored value that nobody knows leaves it open', () => {
    const store: MatchSpec = { action: 'isPresent', name: 'later', assignVariable: 'TFSEC_VAR_LATER' };
    expect(outcome(both(store, { action: 'equals', name: 'text', value: 'TFSEC_VAR_LATER' }))).toBe('unknown');
  });
});

test('the default tags are those of the provider that the resource names', () => {
  expect(outcome({ action: 'hasTag', value: 'Team' }, 'test.west')).toBe('fail');
});
