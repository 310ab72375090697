import { isSensitiveName } from './secret-name.ts';
import { findSecret, mayBeSecret } from './secret-text.ts';
import { UNKNOWN_PIECE } from './user-data.ts';

/** Longest line that is searched for passwords, in UTF-16 units; longer ones are data, not code. */
const MAX_LINE = 4096;

/**
 * `DB_PASSWORD=...`, `password: ...`, `"password" = "..."`, and PowerShell's `$password = ConvertTo-SecureString "..."`. Every repetition
 * has a bound, so that the search stays linear. Groups: the name, the value with its quotes.
 */
const PASSWORD =
  /([A-Za-z0-9_.-]{0,64}password[A-Za-z0-9_.-]{0,64})["']?[ \t]{0,4}[=:][ \t]{0,4}(?:ConvertTo-SecureString[ \t]{1,4}(?:-String[ \t]{1,4})?)?("[^"]{0,256}"|'[^']{0,256}'|[^\s;,&|"'})]{0,256})/gi;

/** Starts of values that are looked up or put in when the script runs, or that begin a block of YAML or a here document. */
const COMPUTED = /^(?:[$`<>|&%@*({[]|\{\{)/;

/** A command of PowerShell, whose result is the value: `Get-Secret`, `Read-Host`. In quotes it would be a text. */
const CMDLET = /^(?:ConvertFrom|ConvertTo|Generate|Get|Import|Invoke|New|Read|Select)-[A-Za-z]{2,64}$/;

/**
 * The first secret that a start-up script holds: one of a documented form, or a password that is written out. Values that are computed
 * (`PASSWORD=$(aws ssm ...)`) and placeholders are none.
 * @param script with `UNKNOWN_PIECE` where it is not known
 * @param isPassword asked of what is written as a password; for texts that may be prose. Default: all that can be one
 * @returns what it is, for a message: `an AWS access key`, `a password`
 */
export function findSecretInScript(
  script: string,
  isPassword: (text: string) => boolean = () => true,
): string | undefined {
  const form = findSecret(script);
  if (form !== undefined) return form.name;
  return script.split('\n').some((line) => hasPassword(line, isPassword)) ? 'a password' : undefined;
}

function hasPassword(line: string, isPassword: (text: string) => boolean): boolean {
  if (line.length > MAX_LINE || /^\s*(?:#|\/\/|rem\b)/i.test(line)) return false;
  for (const [, name = '', value = ''] of line.matchAll(PASSWORD)) {
    const text = value.replace(/^["']/, '').replace(/["']$/, '').trim();
    if (!/[A-Za-z0-9]/.test(text) || text.includes(UNKNOWN_PIECE) || COMPUTED.test(text)) continue;
    if (CMDLET.test(value)) continue;
    if (isSensitiveName(name) && mayBeSecret(text) && isPassword(text)) return true;
  }
  return false;
}
