/** One flag of the command line. The tables of these feed the parser, `--help`, the environment and the configuration documentation. */
export interface Flag {
  /** Long name without dashes. */
  readonly name: string;
  readonly short?: string;
  /** Further long names with the same meaning, shown in the help. */
  readonly also?: readonly string[];
  /**
   * - `switch`: on or off, `--flag`, `--flag=false`;
   * - `text`: one value, the last one given counts;
   * - `list`: values separated by commas, repeats add up;
   * - `repeat`: one value each time, commas belong to the value.
   */
  readonly type: 'switch' | 'text' | 'list' | 'repeat';
  /** What stands for the value in the help: `FILE`. Absent for switches. */
  readonly value?: string;
  /** The only values allowed, compared without regard to case. */
  readonly choices?: readonly string[];
  /** Further values that are accepted but not advertised: synonyms of older versions. */
  readonly alsoChoices?: readonly string[];
  readonly help: string;
  readonly group: FlagGroup;
  /** Accepted but not listed in the help. */
  readonly isHidden?: boolean;
  /** False where a variable of the environment must not set it: tfsec's installer sets `TFSEC_VERSION`. */
  readonly fromEnvironment?: boolean;
}

export type FlagGroup =
  | 'Input'
  | 'Selection'
  | 'Output'
  | 'Ignores and baseline'
  | 'Custom checks'
  | 'Behaviour'
  | 'Accepted for tfsec 0.39'
  | 'General';

export const FLAG_GROUPS: readonly FlagGroup[] = [
  'Input',
  'Selection',
  'Output',
  'Ignores and baseline',
  'Custom checks',
  'Behaviour',
  'Accepted for tfsec 0.39',
  'General',
];
