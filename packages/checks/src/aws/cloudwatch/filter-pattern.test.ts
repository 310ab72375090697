import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesEvent, parseFilterPattern } from './filter-pattern.ts';

const ROUTE = {
  eventSource: 'ec2.amazonaws.com',
  eventName: 'CreateRoute',
  errorCode: null,
  'userIdentity.type': 'IAMUser',
};

function matches(pattern: string): string {
  return matchesEvent(parseFilterPattern(pattern), ROUTE);
}

describe('a filter pattern', () => {
  it.each([
    '{ $.eventName = CreateRoute }',
    '{($.eventName="CreateRoute")}',
    '{ ($.eventName = DeleteRoute) || ($.eventName = CreateRoute) }',
    '{ ($.eventSource = "ec2.amazonaws.com") && (($.eventName = "Create*") || ($.eventName = DeleteRoute)) }',
    '{ $.eventName = *Route }',
    '{ $.eventName = C*e*Route }',
    '{ $.eventName != DeleteRoute }',
    '{ $.errorCode NOT EXISTS && $.eventName EXISTS }',
    // `&&` binds tighter.
    '{ $.eventName = CreateRoute || $.eventName = DeleteRoute && $.userIdentity.type = Root }',
    '',
    '  ',
  ])('%s matches', (pattern) => {
    expect(matches(pattern)).toBe('true');
  });

  it.each([
    '{ $.eventName = createroute }',
    '{ $.eventName = Route }',
    '{ $.eventName = Create*Create* }',
    '{ $.eventName = CreateRoute && $.userIdentity.type = "Root" }',
    '{ $.errorCode EXISTS }',
    '{ $.errorCode = AccessDenied }',
    '{ $.eventName NOT EXISTS }',
    '{ ($.eventName = "IS") }',
  ])('%s does not match', (pattern) => {
    expect(matches(pattern)).toBe('false');
  });

  it.each([
    '{ $.awsRegion = "eu-west-1" }',
    '{ $.eventName = %Create.*% }',
    '{ $.readOnly IS FALSE }',
    '{ $.responseTime > 5 }',
    '{ $.errorCode != AccessDenied }',
    'CreateRoute',
    '[time, name = CreateRoute]',
    '{ $.eventName = CreateRoute',
    '{ ($.eventName = CreateRoute }',
    '{ eventName = CreateRoute }',
    '{ $.eventName CreateRoute }',
    '{ $.eventName = }',
    '{ }',
  ])('%s cannot be told', (pattern) => {
    expect(matches(pattern)).toBe('unknown');
  });

  it('reads any text without an error', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      '$.a',
      '=',
      '!=',
      '&&',
      '||',
      '"',
      '\\',
      'x',
      'NOT',
      'EXISTS',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(parseFilterPattern(parts.join('')).kind).toBeDefined();
      }),
    );
    expect(parseFilterPattern(`{ ${'('.repeat(4000)} }`).kind).toBe('unknown');
  });
});
