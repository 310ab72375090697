/** How a style begins and ends, as codes of "select graphic rendition" (ECMA-48). */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const;

/** Functions that paint text, or give it back as it is. Painted text may be painted again: the outer style goes on behind the inner one. */
export type Colours = Readonly<Record<keyof typeof STYLES, (text: string) => string>> & { readonly isOn: boolean };

/** @param enabled  decided in one place, `command/colour.ts` */
export function createColours(enabled: boolean): Colours {
  const style = (name: keyof typeof STYLES): ((text: string) => string) => {
    if (!enabled) return (text) => text;
    const [begin, end] = STYLES[name];
    const open = `\x1b[${begin}m`;
    const close = `\x1b[${end}m`;
    // One code ends bold and dim alike, so it must stay; a colour is replaced by the next.
    const reopen = end === STYLES.bold[1] ? close + open : open;
    return (text) => `${open}${text.replaceAll(close, reopen)}${close}`;
  };
  return {
    isOn: enabled,
    bold: style('bold'),
    dim: style('dim'),
    underline: style('underline'),
    red: style('red'),
    green: style('green'),
    yellow: style('yellow'),
    blue: style('blue'),
    magenta: style('magenta'),
    cyan: style('cyan'),
  };
}
