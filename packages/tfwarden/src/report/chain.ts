import { renderValue, type Value } from '@tfwarden/hcl';
import type { Hop } from '@tfwarden/terraform';
import type { ReportOptions } from './report-context.ts';

/** Characters of a value that are shown; what is sensitive is not shown at all. */
const MAX_VALUE_LENGTH = 80;

/**
 * One place of the chain that a value came through: what it is, the value there, and where.
 * @returns `var.settings["orders"].pitr = false in prod.tfvars:3`
 */
export function describeHop(hop: Hop, options: ReportOptions): string {
  const name = `${hop.name}${hop.part?.path ?? ''}`;
  const value = hop.part?.value ?? hop.value;
  return `${name}${hop.part?.isAbsent === true ? ' is absent' : describeValue(hop, value)}${placeOf(hop, options)}`;
}

function describeValue({ kind }: Hop, value: Value): string {
  return kind === 'variable-default' && value.kind === 'unknown' ? ' has no value' : ` = ${shortValue(value)}`;
}

function placeOf({ kind, name, range }: Hop, options: ReportOptions): string {
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

function shortValue(value: Value): string {
  const line = renderValue(value).replaceAll(/\s*\n\s*/g, ' ');
  return line.length > MAX_VALUE_LENGTH ? `${line.slice(0, MAX_VALUE_LENGTH - 3)}...` : line;
}
