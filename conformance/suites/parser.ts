import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig, parseExpression, parseJson, parseTemplate, parseTraversal, SourceFile } from '@tfwarden/hcl';
import { dumpBody, dumpConfiguration, dumpDiagnostics, dumpVariables } from '../dump-body.ts';
import { dumpExpression, dumpTraversal, type Json } from '../dump-expression.ts';
import type { Report } from '../suite.ts';

type Mode = 'config' | 'json' | 'jsonvars' | 'expr' | 'template' | 'traversal';

interface Row {
  readonly id: string;
  readonly filename: string;
  readonly mode: Mode;
  readonly source?: string;
  /** Where the bytes are not UTF-8. */
  readonly source_b64?: string;
  readonly dump: Readonly<Record<string, Json>>;
}

/** Every row of `parser.jsonl`: tree, positions and diagnostics as hashicorp/hcl v2.23.0 gives them. */
export function run(dir: string, report: Report): void {
  const path = join(dir, 'parser.jsonl');
  if (!existsSync(path)) return;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const row = JSON.parse(line) as Row; // the shape that HCLDUMP.md states
    const bytes =
      row.source_b64 === undefined ? Buffer.from(row.source ?? '', 'utf8') : Buffer.from(row.source_b64, 'base64');
    const { hcl: _version, ...expected } = row.dump;
    report.compare(row.id, expected, dump(row.mode, SourceFile.fromBytes(row.filename, bytes)));
  }
}

/** What HCLDUMP.md calls `dump`, without the library's version. */
export function dump(mode: Mode, file: SourceFile): Json {
  switch (mode) {
    case 'config': {
      const { parsed, diagnostics } = parseConfig(file);
      return { mode, diagnostics: dumpDiagnostics(diagnostics), body: dumpBody(parsed.body) };
    }
    case 'json':
    case 'jsonvars': {
      const { parsed, diagnostics } = parseJson(file);
      const content = mode === 'json' ? dumpConfiguration(parsed.body) : dumpVariables(parsed.body);
      return { mode, diagnostics: dumpDiagnostics(diagnostics), ...content };
    }
    case 'expr':
    case 'template': {
      const { expression, diagnostics } = mode === 'expr' ? parseExpression(file) : parseTemplate(file);
      return { mode, diagnostics: dumpDiagnostics(diagnostics), expr: dumpExpression(expression) };
    }
    case 'traversal': {
      const { traversal, diagnostics } = parseTraversal(file);
      const steps = traversal === undefined ? [] : dumpTraversal(traversal);
      return { mode, diagnostics: dumpDiagnostics(diagnostics), steps };
    }
  }
}
