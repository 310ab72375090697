import { edit } from './edit.ts';
import type { Fix } from './fix.ts';
import type { Place } from './place.ts';
import type { AttributeView, BlockView } from './view.ts';

/**
 * The `evaluate` of a check, or a part of it for one block. `M` names the messages it uses: a check that is built on it must have them,
 * with no placeholders but those the kit fills in.
 */
export type Shape<M extends string> = (block: BlockView, report: ShapeReport<M>) => void;

/** As much of a report as a shape needs. */
export interface ShapeReport<M extends string> {
  readonly fail: (finding: ShapeFailure<M>) => void;
  readonly undetermined: (finding: { readonly at: Place }) => void;
}

export interface ShapeFailure<M extends string> {
  readonly message: M;
  readonly at: Place;
  readonly fix?: Fix | undefined;
}

export interface ShapeOptions {
  /** Why the fix needs a second look: it replaces the resource, or drops access. */
  readonly caution?: string;
  /** False where a fix would be a guess. Default: a fix is offered. */
  readonly fix?: boolean;
}

/**
 * The setting must be on; missing means off. Messages: `missing`, `disabled`.
 * @param path `storage_encrypted`, `point_in_time_recovery.enabled`; the fix writes missing blocks too
 */
export function requireTrue(path: string, options: ShapeOptions = {}): Shape<'missing' | 'disabled'> {
  return (block, report) => {
    const setting = block.attribute(path);
    const fix = fixTo(block, path, 'true', options);
    switch (setting.truth()) {
      case 'true':
        return;
      case 'unknown':
        report.undetermined({ at: setting });
        return;
      case 'absent':
        report.fail({ message: 'missing', at: setting, fix });
        return;
      case 'false':
        report.fail({ message: 'disabled', at: setting, fix });
        return;
    }
  };
}

/** The setting must not be switched off; missing means on. Message: `disabled`. */
export function forbidFalse(path: string, options: ShapeOptions = {}): Shape<'disabled'> {
  return (block, report) => {
    const setting = block.attribute(path);
    const truth = setting.truth();
    if (truth === 'unknown') report.undetermined({ at: setting });
    if (truth !== 'false') return;
    report.fail({ message: 'disabled', at: setting, fix: fixTo(block, path, 'true', options) });
  };
}

/** The setting must not be on; missing means off. Message: `enabled`. */
export function forbidTrue(path: string, options: ShapeOptions = {}): Shape<'enabled'> {
  return (block, report) => {
    const setting = block.attribute(path);
    const truth = setting.truth();
    if (truth === 'unknown') report.undetermined({ at: setting });
    if (truth !== 'true') return;
    report.fail({ message: 'enabled', at: setting, fix: fixTo(block, path, 'false', options) });
  };
}

/** The argument must have a value that is not empty; a reference to a resource is one. Message: `missing`. No fix. */
export function requireSet(path: string): Shape<'missing'> {
  return (block, report) => {
    const argument = block.attribute(path);
    const isSet = argument.isSet();
    if (isSet === 'unknown') report.undetermined({ at: argument });
    if (isSet === 'false') report.fail({ message: 'missing', at: argument });
  };
}

export interface ValueOptions extends ShapeOptions {
  /** What a missing argument means. */
  readonly absent: 'fails' | 'passes';
  /** HCL text that the fix writes: `'"TLS1_2"'`. No fix without it. */
  readonly fixTo?: string;
  /** Compare texts without case. Default false. */
  readonly ignoreCase?: boolean;
}

/** The text must be one of these. Messages: `missing` (when absent fails), `value`; `{value}` is what is written. */
export function requireOneOf(
  path: string,
  texts: readonly string[],
  options: ValueOptions,
): Shape<'missing' | 'value'> {
  return (block, report) => {
    const argument = block.attribute(path);
    const verdict = argument.isOneOf(texts, options.ignoreCase);
    if (verdict === 'unknown') report.undetermined({ at: argument });
    if (verdict === 'absent') reportAbsent(block, argument, path, options, report);
    if (verdict === 'false') report.fail({ message: 'value', at: argument, fix: valueFix(block, path, options) });
  };
}

/** The text must be one of these where it is written; a missing argument passes. Message: `value`. */
export function allowOnly(
  path: string,
  texts: readonly string[],
  options: Omit<ValueOptions, 'absent'> = {},
): Shape<'value'> {
  return (block, report) => {
    const argument = block.attribute(path);
    const verdict = argument.isOneOf(texts, options.ignoreCase);
    if (verdict === 'unknown') report.undetermined({ at: argument });
    if (verdict === 'false') report.fail({ message: 'value', at: argument, fix: valueFix(block, path, options) });
  };
}

/** The text must be none of these; a missing argument passes. Message: `value`. */
export function forbidOneOf(
  path: string,
  texts: readonly string[],
  options: Omit<ValueOptions, 'absent'> = {},
): Shape<'value'> {
  return (block, report) => {
    const argument = block.attribute(path);
    const verdict = argument.isOneOf(texts, options.ignoreCase);
    if (verdict === 'unknown') report.undetermined({ at: argument });
    if (verdict === 'true') report.fail({ message: 'value', at: argument, fix: valueFix(block, path, options) });
  };
}

/** The number must not be below the least. Messages: `missing` (when absent fails), `value`. */
export function requireAtLeast(path: string, least: number, options: ValueOptions): Shape<'missing' | 'value'> {
  return requireNumber(path, (number) => number >= least, options);
}

/** The number must not be above the greatest. Messages: `missing` (when absent fails), `value`. */
export function requireAtMost(path: string, greatest: number, options: ValueOptions): Shape<'missing' | 'value'> {
  return requireNumber(path, (number) => number <= greatest, options);
}

/** There must be a block of the type. Message: `missing`. @param fixText the block the fix appends; no fix without it */
export function requireBlock(path: string, fixText?: string, options: ShapeOptions = {}): Shape<'missing'> {
  return (block, report) => {
    const answer = block.mayHaveBlock(path);
    if (answer === 'unknown') report.undetermined({ at: block });
    if (answer !== 'false') return;
    const fix = fixText === undefined || path.includes('.') ? undefined : edit.appendBlock(block, fixText);
    report.fail({ message: 'missing', at: block, fix: cautioned(fix, options) });
  };
}

/** The resource must not exist at all. Message: `exists`. */
export function forbidResource(): Shape<'exists'> {
  return (block, report) => report.fail({ message: 'exists', at: block });
}

/** Asks the same of every block of a type; having none passes. */
export function eachBlock<M extends string>(path: string, shape: Shape<M>): Shape<M> {
  return (block, report) => {
    for (const inner of block.blocks(path)) shape(inner, report);
  };
}

function requireNumber(
  path: string,
  test: (number: number) => boolean,
  options: ValueOptions,
): Shape<'missing' | 'value'> {
  return (block, report) => {
    const argument = block.attribute(path);
    const verdict = argument.compares(test);
    if (verdict === 'unknown') report.undetermined({ at: argument });
    if (verdict === 'absent') reportAbsent(block, argument, path, options, report);
    if (verdict === 'false') report.fail({ message: 'value', at: argument, fix: valueFix(block, path, options) });
  };
}

function reportAbsent(
  block: BlockView,
  argument: AttributeView,
  path: string,
  options: ValueOptions,
  report: ShapeReport<'missing'>,
): void {
  if (options.absent === 'fails')
    report.fail({ message: 'missing', at: argument, fix: valueFix(block, path, options) });
}

function valueFix(block: BlockView, path: string, options: Omit<ValueOptions, 'absent'>): Fix | undefined {
  return options.fixTo === undefined ? undefined : fixTo(block, path, options.fixTo, options);
}

function fixTo(block: BlockView, path: string, expression: string, options: ShapeOptions): Fix | undefined {
  return options.fix === false ? undefined : cautioned(edit.setAttribute(block, path, expression), options);
}

function cautioned(fix: Fix | undefined, options: ShapeOptions): Fix | undefined {
  return options.caution === undefined ? fix : edit.withCaution(fix, options.caution);
}
