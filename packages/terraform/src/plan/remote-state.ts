import type { Diagnostic, Value } from '@tfwarden/hcl';
import {
  convert,
  evaluate,
  isConversionFailure,
  jsonExpression,
  objectValue,
  parseJsonValue,
  SourceFile,
  typeFromJson,
  withMarks,
} from '@tfwarden/hcl';
import { problem } from '../configuration/problem.ts';
import type { ComputeDataSource, DataSourceInput } from '../evaluate/data-source.ts';
import { isProblem } from '../source/file-system.ts';
import { joinPath } from '../source/path.ts';

/**
 * Computes `terraform_remote_state` with the `local` backend: the outputs of a state file inside the boundary, over the `defaults`.
 * For plans only; a scan must not depend on a state that happens to lie about.
 */
export function withLocalState(otherwise: ComputeDataSource): ComputeDataSource {
  return (input) => (input.type === 'terraform_remote_state' ? readRemoteState(input) : otherwise(input));
}

function readRemoteState(input: DataSourceInput): ReadonlyMap<string, Value> | undefined {
  const { body, fileSystem, directory, address, diagnostics } = input;
  const backend = body.attribute('backend')?.value;
  const config = body.attribute('config')?.value;
  if (backend?.kind !== 'string' || backend.value !== 'local') return undefined;
  const given = config?.kind === 'object' ? config.attributes.get('path') : undefined;
  if (given !== undefined && given.kind !== 'string' && given.kind !== 'null') return undefined;
  const path = joinPath(directory, given?.kind === 'string' ? given.value : 'terraform.tfstate');
  const bytes = path === undefined ? undefined : fileSystem.read(path);
  const defaults = body.attribute('defaults')?.value;
  const outputs = new Map<string, Value>(fieldsOf(defaults));
  if (path === undefined || bytes === undefined || isProblem(bytes)) {
    const detail = 'No stored state was found for the given workspace in the given backend.';
    const { file, start } = body.range;
    const place = body.attribute('workspace')?.expression ?? { file, start, end: start };
    diagnostics.push(problem('remote-state', 'Unable to find remote state', detail, place));
    return new Map([['outputs', objectValue(outputs)]]);
  }
  for (const [name, value] of readOutputs(SourceFile.fromBytes(path, bytes), address, diagnostics)) {
    outputs.set(name, value);
  }
  return new Map([['outputs', objectValue(outputs)]]);
}

function readOutputs(file: SourceFile, address: string, diagnostics: Diagnostic[]): ReadonlyMap<string, Value> {
  const outputs = new Map<string, Value>();
  const parsed = parseJsonValue(file);
  const state = evaluate(jsonExpression(parsed.node), undefined, []);
  if (parsed.diagnostics.length > 0 || state.kind !== 'object') {
    const detail = `The state that ${address} reads is no valid JSON object.`;
    diagnostics.push(problem('remote-state', 'Error loading state error', detail));
    return outputs;
  }
  for (const [name, output] of fieldsOf(state.attributes.get('outputs'))) {
    const fields = new Map(fieldsOf(output));
    const value = fields.get('value');
    const type = typeFromJson(toPlain(fields.get('type')));
    if (value === undefined || type === undefined) continue;
    const converted = convert(value, type);
    if (isConversionFailure(converted)) continue;
    const sensitive = fields.get('sensitive');
    const isSensitive = sensitive?.kind === 'bool' && sensitive.value;
    outputs.set(name, isSensitive ? withMarks(converted, ['sensitive']) : converted);
  }
  return outputs;
}

function fieldsOf(value: Value | undefined): Iterable<readonly [string, Value]> {
  if (value?.kind === 'object') return value.attributes;
  return value?.kind === 'map' ? value.elements : [];
}

/** A type in JSON as `typeFromJson` reads it. */
function toPlain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case 'string':
    case 'bool':
      return value.value;
    case 'tuple':
      return value.elements.map(toPlain);
    case 'object':
      return Object.fromEntries([...value.attributes].map(([name, part]) => [name, toPlain(part)]));
    default:
      return undefined;
  }
}
