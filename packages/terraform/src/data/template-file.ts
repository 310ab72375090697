import type { Diagnostic, Scope, Value } from '@tfwarden/hcl';
import {
  convert,
  evaluate,
  hasErrors,
  isConversionFailure,
  mapOf,
  parseTemplate,
  SourceFile,
  STRING,
  stringValue,
  unknownValue,
  waitsForOf,
} from '@tfwarden/hcl';
import { problem } from '../configuration/problem.ts';
import type { DataSourceInput } from '../evaluate/data-source.ts';
import { decodeUtf8, encodeUtf8 } from '../function/go/utf8.ts';
import { DIGESTS } from '../function/hash.ts';
import { readArgument } from './arguments.ts';
import { readFile } from './local-file.ts';

/**
 * `template_file` of the retired template provider: `template` rendered with `vars`, all of which are strings, and with Terraform's
 * functions. Left alone where the caller lends no functions.
 */
export function computeTemplateFile(input: DataSourceInput): ReadonlyMap<string, Value> | undefined {
  const { findFunction, diagnostics } = input;
  if (findFunction === undefined) return undefined;
  const template = readTemplate(input);
  const variables = readArgument(input.body, 'vars', mapOf(STRING), input);
  if (template?.kind !== 'string' || variables.kind === 'unknown') {
    return new Map([['rendered', unknownValue(STRING, { waitsFor: waitsForOf(template ?? variables, variables) })]]);
  }

  const values = variables.kind === 'map' ? variables.elements : new Map<string, Value>();
  const scope: Scope = {
    resolve({ root }) {
      const value = values.get(root.name);
      return value === undefined ? undefined : { value, stepsUsed: 0 };
    },
    findFunction,
    rootNames: () => [...values.keys()],
  };
  const found: Diagnostic[] = [];
  const { expression, diagnostics: syntax } = parseTemplate(new SourceFile('<template_file>', template.value));
  found.push(...syntax);
  const rendered = hasErrors(found) ? undefined : convert(evaluate(expression, scope, found), STRING);
  if (rendered === undefined || isConversionFailure(rendered) || hasErrors(found)) {
    const { summary, detail } = found.find(({ severity }) => severity === 'error') ?? {
      summary: 'Invalid template result',
      detail: 'The template is not a string.',
    };
    const place = input.body.attribute('template')?.expression ?? input.body.range;
    diagnostics.push(
      problem(
        'template-file',
        'Failed to render template',
        `The template of ${input.address}: ${summary}; ${detail}`,
        place,
      ),
    );
    return undefined;
  }

  const attributes = new Map<string, Value>([['rendered', rendered]]);
  if (rendered.kind === 'string') attributes.set('id', stringValue(DIGESTS.sha256(encodeUtf8(rendered.value))));
  return attributes;
}

/** The template, or the content of the file that the older argument `filename` names. */
function readTemplate(input: DataSourceInput): Value | undefined {
  const template = readArgument(input.body, 'template', STRING, input);
  if (template.kind !== 'null' && !(template.kind === 'string' && template.value === '')) return template;
  const name = readArgument(input.body, 'filename', STRING, input);
  if (name.kind !== 'string') return name.kind === 'unknown' ? name : stringValue('');
  const bytes = readFile(name.value, 'filename', input);
  const text = bytes === undefined ? undefined : decodeUtf8(bytes);
  return text === undefined ? undefined : stringValue(text);
}
