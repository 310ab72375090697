import type { Answer, AttributeView, BlockView, Fix, Place, ResourceView, Shape } from '../../kit/index.ts';
import { edit, startsWithText, textOfAttribute } from '../../kit/index.ts';

export type DatabaseFamily = 'MYSQL' | 'POSTGRES' | 'SQLSERVER';

/** A flag of an instance, as `settings.database_flags` blocks give it. */
export interface DatabaseFlag {
  /** `unknown`: a block whose name is not known, or that may not exist, may be it. */
  readonly isWritten: Answer;
  /** The value; undefined when the flag is not certainly written. */
  readonly value: AttributeView | undefined;
  /** The value, else the settings or the instance. */
  readonly at: Place;
}

/** What a shape for a flag is told. */
export interface FlagRule {
  readonly family: DatabaseFamily;
  readonly flag: string;
  /** Whether a value is fine. */
  readonly isFine: (value: AttributeView) => Answer;
  /** The value that a fix writes. */
  readonly fixTo: string;
}

/** What a missing flag means; a function where the version decides whether that is fine. */
export interface Absence {
  readonly absent: 'fails' | 'passes' | ((instance: ResourceView) => Answer);
}

/** Judges a flag that may not be missing. Messages: `missing`, `value`. */
export function requireFlag(rule: FlagRule & Absence): Shape<'missing' | 'value'> {
  return ({ resource: instance }, report) => {
    const { verdict, value, at } = judgeFlag(instance, rule, rule.absent);
    if (verdict === 'unknown') report.undetermined({ at });
    if (verdict !== 'false') return;
    report.fail({ message: value === undefined ? 'missing' : 'value', at, fix: fixOf(instance, rule, value) });
  };
}

/** Judges a flag whose default is fine. Message: `value`. */
export function forbidFlag(rule: FlagRule): Shape<'value'> {
  return ({ resource: instance }, report) => {
    const { verdict, value, at } = judgeFlag(instance, rule, 'passes');
    if (verdict === 'unknown') report.undetermined({ at });
    if (verdict === 'false') report.fail({ message: 'value', at, fix: fixOf(instance, rule, value) });
  };
}

/** The flag must be on. Messages: `missing`, `value`. @param absent what a missing flag means */
export function requireFlagOn(flag: string, absent: Absence['absent'] = 'fails'): Shape<'missing' | 'value'> {
  return requireFlag({ family: 'POSTGRES', flag, absent, isFine: isOn, fixTo: 'on' });
}

/** Whether a flag's value switches it on. Cloud SQL takes `on` and `off`; the case does not matter. */
export function isOn(value: AttributeView): Answer {
  const answer = value.equals('on', true);
  return answer === 'absent' ? 'false' : answer;
}

/** Whether the instance is a database of a family. Without a version it was MySQL (google 3). */
export function isDatabaseOf(instance: ResourceView, family: DatabaseFamily): Answer {
  const version = textOfAttribute(instance.attribute('database_version'));
  if (version !== undefined) return startsWithText(version, `${family}_`);
  return instance.attribute('database_version').state === 'unknown' ? 'unknown' : family === 'MYSQL' ? 'true' : 'false';
}

/** The major version of PostgreSQL: 15 for `POSTGRES_15`, 9 for `POSTGRES_9_6`; undefined when it is not known. */
export function postgresMajorOf(instance: ResourceView): number | undefined {
  const match = /^POSTGRES_([0-9]{1,4})/.exec(instance.attribute('database_version').text() ?? '');
  return match === null ? undefined : Number(match[1]);
}

function flagOf(instance: ResourceView, name: string): DatabaseFlag {
  let isWritten: Answer = instance.mayHaveBlock('settings.database_flags') === 'unknown' ? 'unknown' : 'false';
  let at: Place = instance.block('settings') ?? instance;
  for (const block of instance.blocks('settings.database_flags')) {
    const isNamed = block.attribute('name').equals(name);
    if (isNamed === 'true' && block.exists === 'true') {
      const value = block.attribute('value');
      return { isWritten: 'true', value, at: value };
    }
    if (isNamed !== 'true' && isNamed !== 'unknown') continue;
    isWritten = 'unknown';
    at = block;
  }
  return { isWritten, value: undefined, at };
}

interface FlagVerdict {
  readonly verdict: Answer;
  readonly value: AttributeView | undefined;
  readonly at: Place;
}

function judgeFlag(instance: ResourceView, rule: FlagRule, absent: Absence['absent']): FlagVerdict {
  const isOfFamily = isDatabaseOf(instance, rule.family);
  if (isOfFamily === 'false') return { verdict: 'true', value: undefined, at: instance };
  const { isWritten, value, at } = flagOf(instance, rule.flag);
  const verdict = value === undefined ? judgeAbsent(instance, absent, isWritten) : rule.isFine(value);
  return { verdict: verdict === 'false' && isOfFamily === 'unknown' ? 'unknown' : verdict, value, at };
}

function judgeAbsent(instance: ResourceView, absent: Absence['absent'], isWritten: Answer): Answer {
  if (isWritten === 'unknown') return 'unknown';
  if (typeof absent === 'function') return absent(instance);
  return absent === 'passes' ? 'true' : 'false';
}

function fixOf(instance: ResourceView, rule: FlagRule, value: AttributeView | undefined): Fix | undefined {
  if (value !== undefined) return edit.setAttribute(value.block, 'value', JSON.stringify(rule.fixTo));
  const settings: BlockView | undefined = instance.block('settings');
  if (settings === undefined) return undefined;
  return edit.appendBlock(settings, `database_flags {\n  name  = "${rule.flag}"\n  value = "${rule.fixTo}"\n}`);
}
