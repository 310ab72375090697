import { describe, expect, test } from 'vitest';
import { createColours } from './colours.ts';

describe('painting text', () => {
  const { bold, dim, red, cyan, underline } = createColours(true);

  test('puts the codes of the terminal around it', () => {
    expect(bold('HIGH')).toBe('\x1b[1mHIGH\x1b[22m');
    expect(underline('')).toBe('\x1b[4m\x1b[24m');
  });

  test('goes on behind text that is painted already', () => {
    expect(red(`a ${cyan('b')} c`)).toBe('\x1b[31ma \x1b[36mb\x1b[31m c\x1b[39m');
    expect(bold(`a ${dim('b')} c`)).toBe('\x1b[1ma \x1b[2mb\x1b[22m\x1b[1m c\x1b[22m');
    expect(bold(red('a'))).toBe('\x1b[1m\x1b[31ma\x1b[39m\x1b[22m');
  });

  test('leaves it alone where colour is off', () => {
    const plain = createColours(false);
    expect(plain.bold(plain.red('HIGH'))).toBe('HIGH');
  });
});
