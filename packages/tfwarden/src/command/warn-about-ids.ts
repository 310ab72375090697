import { createCatalogueMatcher } from '../identity/catalogue-matcher.ts';
import { renderDiagnostics } from '../report/diagnostics-text.ts';
import { plainReportOptions } from './report-options.ts';
import type { Invocation } from './run.ts';
import type { PreparedSettings } from './scan-settings.ts';

/** Ids that no check has, in flags and in the configuration. */
export async function warnAboutIds(
  invocation: Invocation,
  prepared: PreparedSettings,
  custom: readonly { readonly id: string; readonly shortCode: string; readonly aliases: readonly string[] }[],
): Promise<void> {
  const { values, io } = invocation;
  io.stderr.write(renderDiagnostics(prepared.diagnostics, plainReportOptions(invocation, io.stderr)));
  const flags = ['exclude', 'filter-results', 'exclude-ignores'].filter((flag) => values.list(flag).length > 0);
  if (flags.length === 0 && prepared.configNode === undefined) return;
  const matcher = createCatalogueMatcher(custom);
  for (const flag of flags) {
    for (const written of values.list(flag)) {
      const resolved = matcher.resolve(written);
      if (resolved.kind === 'checks' && resolved.ids.size > 0) continue;
      const hint =
        resolved.kind === 'retired'
          ? `: ${resolved.explanation}`
          : resolved.kind === 'unknown' && resolved.suggestion !== undefined
            ? `; did you mean \`${resolved.suggestion}\`?`
            : '';
      io.stderr.write(`tfwarden: \`--${flag}\`: no check matches \`${written}\`${hint}\n`);
    }
  }
  if (prepared.configNode === undefined) return;
  const { unknownIds } = await import('../configuration/read-config.ts');
  const problems = unknownIds(prepared.configNode, matcher);
  io.stderr.write(renderDiagnostics(problems, plainReportOptions(invocation, io.stderr)));
}
