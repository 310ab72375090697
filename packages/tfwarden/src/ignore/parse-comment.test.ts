import { type Comment, SourceFile } from '@tfwarden/hcl';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Directive } from './directive.ts';
import { parseComment } from './parse-comment.ts';

function parse(text: string): readonly Directive[] {
  const file = new SourceFile('main.tf', text);
  const comment: Comment = { file, start: 0, end: text.length, text };
  return parseComment(comment);
}

function reachOf(text: string): string | undefined {
  return parse(text)[0]?.reach;
}

/** Ids, expiry and workspace of each ignore, short. */
function short(text: string): readonly string[] {
  return parse(text).map((directive) => {
    const ids = directive.targets.map((target) => {
      const parameters = target.parameters.map((parameter) => `${parameter.name}=${parameter.value}`).join(',');
      return parameters === '' ? target.id : `${target.id}[${parameters}]`;
    });
    const exp = directive.expires === undefined ? '' : ` exp ${directive.expires.day ?? '?'}`;
    const ws = directive.workspace === undefined ? '' : ` ws ${directive.workspace}`;
    return `${directive.tool} ${ids.join('+')}${exp}${ws}`;
  });
}

describe("tfsec's grammar", () => {
  test.each([
    ['#tfsec:ignore:AWS086', ['tfsec AWS086']],
    ['# tfsec:ignore:aws-dynamodb-enable-recovery', ['tfsec aws-dynamodb-enable-recovery']],
    ['// tfsec:ignore:*', ['tfsec *']],
    ['/* tfsec:ignore:AWS086 */', ['tfsec AWS086']],
    ['#trivy:ignore:AVD-AWS-0024', ['trivy AVD-AWS-0024']],
    ['# accepted risk tfsec:ignore:AWS086 because of the backup plan', ['tfsec AWS086']],
    ['# tfsec:ignore:AWS086 tfsec:ignore:AWS017', ['tfsec AWS086', 'tfsec AWS017']],
    ['#tfsec:ignore:AWS086 #tfsec:ignore:AWS017', ['tfsec AWS086', 'tfsec AWS017']],
    ['#tfsec:ignore:AWS086:exp:2026-01-02', ['tfsec AWS086 exp 2026-01-02']],
    ['#tfsec:exp:2026-01-02:ignore:AWS086:ws:dev', ['tfsec AWS086 exp 2026-01-02 ws dev']],
    ['#tfsec:ignore:AWS086:who:me', ['tfsec AWS086']],
    ['#tfsec:ignore:AWS086[name=orders]', ['tfsec AWS086[name=orders]']],
    ['#tfsec:ignore:AWS086[name=orders,port=22]:exp:2026-01-02', ['tfsec AWS086[name=orders,port=22] exp 2026-01-02']],
    ['#tfsec:ignore:AWS086[oops]', ['tfsec AWS086']],
    ['#tfsec:ignore:', []],
    ['#tfsec:ignore', []],
    ['# about tfsec: it ignores nothing', []],
    ['#tfsec:exp:2026-01-02', []],
  ])('%s', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });
});

describe('what tfsec does not read, and people write', () => {
  test.each([
    ['/*tfsec:ignore:AWS086*/', ['tfsec AWS086']],
    ['/*tfsec:ignore:* */', ['tfsec *']],
    ['/*tfsec:ignore:**/', ['tfsec *']],
    ['# tfsec: ignore:AWS086', ['tfsec AWS086']],
    ['# TFSEC:Ignore:aws086', ['tfsec aws086']],
    ['# tfsec:ignore:AWS086,AWS017', ['tfsec AWS086+AWS017']],
    ['# tfsec:ignore:AWS086, it is a cache', ['tfsec AWS086']],
    ['# tfsec:ignore:AWS086.', ['tfsec AWS086']],
    ['# (tfsec:ignore:AWS086)', ['tfsec AWS086']],
    ['# tfwarden:ignore:AWS086', ['tfwarden AWS086']],
    ['#tfsec:ignore:AWS086[name="my orders"]', ['tfsec AWS086[name=my orders]']],
    ['#tfsec:ignore:AWS086:exp:soon', ['tfsec AWS086 exp ?']],
    ['#tfsec:ignore:AWS086:exp:2026-02-30', ['tfsec AWS086 exp ?']],
    ['/*\n * tfsec:ignore:AWS086\n * tfsec:ignore:AWS017\n */', ['tfsec AWS086', 'tfsec AWS017']],
  ])('%s', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });
});

describe('other tools', () => {
  test.each([
    ['# checkov:skip=CKV_AWS_28:rebuilt every night', ['checkov CKV_AWS_28']],
    ['#checkov:skip= CKV_AWS_28,CKV_AWS_119', ['checkov CKV_AWS_28+CKV_AWS_119']],
    ['# bridgecrew:skip=BC_AWS_1:x', ['checkov BC_AWS_1']],
    ['#ts:skip=AC_AWS_0001 no need', ['terrascan AC_AWS_0001']],
    ['# kics-scan ignore-block', ['kics *']],
    ['# kics-scan disable=741f1291-47ac-4a85-a07b-3d32a9d6bd3e', ['kics 741f1291-47ac-4a85-a07b-3d32a9d6bd3e']],
  ])('%s', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  test('each reaches as far as its own tool says', () => {
    expect(reachOf('# checkov:skip=CKV_AWS_28')).toBe('block');
    expect(reachOf('# kics-scan ignore-line')).toBe('next-line');
    expect(reachOf('# kics-scan ignore-block')).toBe('next-block');
    expect(reachOf('# kics-scan ignore')).toBe('file');
    expect(reachOf('# tfsec:ignore:AWS086')).toBe('place');
  });
});

describe('reasons and places', () => {
  test.each([
    ['# tfsec:ignore:AWS086 because of the backup plan', 'because of the backup plan'],
    ['# the table is a cache #tfsec:ignore:AWS086', 'the table is a cache'],
    ['#tfsec:ignore:AWS086 #tfsec:ignore:AWS017', ''],
    ['/* tfsec:ignore:AWS086: rebuilt */', 'rebuilt'],
    ['# checkov:skip=CKV_AWS_28:rebuilt every night', 'rebuilt every night'],
  ])('%s', (text, reason) => {
    expect(parse(text)[0]?.reason).toBe(reason);
  });

  test('an id knows where it stands', () => {
    const text = '# tfsec:ignore:AWS086,AWS017[a=b]:exp:2026-01-02 why';
    const [directive] = parse(text);
    expect(directive?.targets.map(({ range }) => text.slice(range.start, range.end))).toEqual(['AWS086', 'AWS017']);
    expect(text.slice(directive?.range.start, directive?.range.end)).toBe(
      'tfsec:ignore:AWS086,AWS017[a=b]:exp:2026-01-02',
    );
  });
});

test('any text is read without failing, and ranges stay inside', () => {
  const pieces = fc.constantFrom(
    'tfsec:',
    'trivy:',
    'ignore:',
    'exp:',
    'ws:',
    '[',
    ']',
    '=',
    ',',
    ':',
    '*',
    '*/',
    ' ',
    '\n',
    'AWS086',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = `#${parts.join('')}`;
      for (const { range, targets } of parse(text)) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(text.length);
        for (const target of targets) expect(text.slice(target.range.start, target.range.end)).toBe(target.id);
      }
    }),
  );
});
