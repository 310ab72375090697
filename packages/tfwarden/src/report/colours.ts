import { picocolors } from './library/picocolors.ts';

/** Functions that paint text, or give it back as it is. */
export type Colours = Pick<
  ReturnType<ReturnType<typeof picocolors>['createColors']>,
  'isColorSupported' | 'bold' | 'dim' | 'underline' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan'
>;

/** @param enabled  decided in one place, `command/colour.ts`; the library is not loaded without colour */
export function createColours(enabled: boolean): Colours {
  return enabled ? picocolors().createColors(true) : PLAIN;
}

const plain = String;

const PLAIN: Colours = {
  isColorSupported: false,
  bold: plain,
  dim: plain,
  underline: plain,
  red: plain,
  green: plain,
  yellow: plain,
  blue: plain,
  magenta: plain,
  cyan: plain,
};
