import { createColors } from 'picocolors';

/** Functions that paint text, or give it back as it is. */
export type Colours = ReturnType<typeof createColors>;

/** @param enabled  decided in one place, `command/colour.ts` */
export function createColours(enabled: boolean): Colours {
  return createColors(enabled);
}
