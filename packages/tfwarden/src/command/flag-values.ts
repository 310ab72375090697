import { suggest } from '../text/suggest.ts';
import type { Flag } from './flag.ts';

/** The values of a command's flags. Asking for a flag that the table does not have is a bug and throws. */
export class FlagValues {
  private readonly flags: ReadonlyMap<string, Flag>;
  private readonly given = new Map<string, readonly string[]>();

  constructor(flags: readonly Flag[]) {
    this.flags = new Map(flags.map((flag) => [flag.name, flag]));
  }

  /**
   * Adds one occurrence of a flag.
   * @param written  how the person named it: `--format`, `-f`, `TFSEC_FORMAT`
   * @returns what is wrong with the value, as one line; nothing when it is taken
   */
  add(flag: Flag, value: string, written: string): string | undefined {
    switch (flag.type) {
      case 'switch': {
        const on = readSwitch(value);
        if (on === undefined) return `\`${written}\` is on or off: expected \`true\` or \`false\`, found \`${value}\``;
        this.given.set(flag.name, [String(on)]);
        return undefined;
      }
      case 'text': {
        // `--config-file "$CONFIG"` with nothing in the variable: tfsec takes its default, too.
        if (value === '') {
          this.given.delete(flag.name);
          return undefined;
        }
        const chosen = choose(flag, value, written);
        if (typeof chosen !== 'string') return chosen.problem;
        this.given.set(flag.name, [chosen]);
        return undefined;
      }
      case 'list': {
        const items = value
          .split(',')
          .map((item) => item.trim())
          .filter((item) => item !== '');
        const all = [...(this.given.get(flag.name) ?? [])];
        for (const item of items) {
          const chosen = choose(flag, item, written);
          if (typeof chosen !== 'string') return chosen.problem;
          if (!all.includes(chosen)) all.push(chosen);
        }
        this.given.set(flag.name, all);
        return undefined;
      }
      case 'repeat':
        this.given.set(flag.name, [...(this.given.get(flag.name) ?? []), value]);
        return undefined;
    }
  }

  isGiven(name: string): boolean {
    return this.given.has(this.known(name).name);
  }

  /** @returns whether the switch is on; off when it is not given */
  isOn(name: string): boolean {
    return this.given.get(this.known(name).name)?.[0] === 'true';
  }

  text(name: string): string | undefined {
    return this.given.get(this.known(name).name)?.[0];
  }

  list(name: string): readonly string[] {
    return this.given.get(this.known(name).name) ?? [];
  }

  has(name: string): boolean {
    return this.flags.has(name);
  }

  private known(name: string): Flag {
    const flag = this.flags.get(name);
    if (flag === undefined) throw new Error(`the command has no flag named ${name}`);
    return flag;
  }
}

/** The spellings that Go's `strconv.ParseBool` takes. */
function readSwitch(value: string): boolean | undefined {
  switch (value) {
    case '1':
    case 't':
    case 'T':
    case 'true':
    case 'TRUE':
    case 'True':
      return true;
    case '0':
    case 'f':
    case 'F':
    case 'false':
    case 'FALSE':
    case 'False':
      return false;
    default:
      return undefined;
  }
}

function choose(flag: Flag, value: string, written: string): string | { readonly problem: string } {
  if (flag.choices === undefined) return value;
  const all = [...flag.choices, ...(flag.alsoChoices ?? [])];
  const found = all.find((choice) => choice.toLowerCase() === value.toLowerCase());
  if (found !== undefined) return found;
  const nearest = suggest(value, all);
  const hint = nearest === undefined ? '' : `; did you mean \`${nearest}\`?`;
  return {
    problem: `\`${written}\` expects one of ${flag.choices.join(', ')}; found \`${value}\`${hint}`,
  };
}
