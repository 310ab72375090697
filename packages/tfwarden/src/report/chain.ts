import { renderValue, type Value } from '@tfwarden/hcl';
import type { Hop } from '@tfwarden/terraform';
import type { ShownHop } from '../scan/scan-finding.ts';
import type { ReportOptions } from './report-context.ts';

/** Characters of a value that are shown; what is sensitive is not shown at all. */
const MAX_VALUE_LENGTH = 80;

/**
 * One place of the chain that a value came through: what it is, the value there, and where.
 * @returns `var.settings["orders"].pitr = false in prod.tfvars:3`
 */
export function describeHop(hop: ShownHop, options: ReportOptions): string {
  const name = `${hop.name}${hop.part?.path ?? ''}`;
  return `${name}${hop.part?.isAbsent === true ? ' is absent' : describeValue(hop)}${placeOf(hop, options)}`;
}

function describeValue(hop: ShownHop): string {
  const isUnknown = 'text' in hop ? hop.isUnknown : valueOf(hop).kind === 'unknown';
  if (hop.kind === 'variable-default' && isUnknown) return ' has no value';
  return ` = ${'text' in hop ? hop.text() : shortValue(valueOf(hop))}`;
}

/** The part of a value that matters at a place, or all of it. */
export function valueOf(hop: Hop): Value {
  return hop.part?.value ?? hop.value;
}

function placeOf({ kind, name, range }: ShownHop, options: ReportOptions): string {
  if (range !== undefined) return ` in ${options.pathOf(range.file)}:${range.file.lineOf(range.start)}`;
  switch (kind) {
    case 'environment':
      return ` in the environment (${name.replace('var.', 'TF_VAR_')})`;
    case 'command-line':
      return ' on the command line (--var)';
    case 'workspace':
      return ' (--workspace)';
    default:
      return '';
  }
}

/** What is shown of a value, on one line. */
export function shortValue(value: Value): string {
  const line = renderValue(value).replaceAll(/\s*\n\s*/g, ' ');
  return line.length > MAX_VALUE_LENGTH ? `${line.slice(0, MAX_VALUE_LENGTH - 3)}...` : line;
}
