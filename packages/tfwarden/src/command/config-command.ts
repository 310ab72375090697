import { CONFIG_SCHEMA } from '../configuration/config-schema.ts';
import { renderJsonSchema } from '../configuration/json-schema.ts';
import { unknownIds } from '../configuration/read-config.ts';
import { CUSTOM_CHECKS_SCHEMA } from '../custom/check-schema.ts';
import { createCatalogueMatcher } from '../identity/catalogue-matcher.ts';
import { diskFileSystem } from '../node/disk-file-system.ts';
import { locate } from '../node/locate.ts';
import { renderDiagnostics } from '../report/diagnostics-text.ts';
import { EXIT_CODE } from './exit-code.ts';
import { loadCustomChecks } from './load-custom-checks.ts';
import { plainReportOptions } from './report-options.ts';
import type { Invocation } from './run.ts';
import { readSettings } from './scan-settings.ts';

/** `tfwarden config schema [checks]` and `tfwarden config validate [path]`. */
export async function configCommand(invocation: Invocation): Promise<number> {
  const { io, positionals } = invocation;
  const [action, argument] = positionals;
  switch (action) {
    case 'schema':
      io.stdout.write(
        argument === 'checks'
          ? renderJsonSchema(CUSTOM_CHECKS_SCHEMA, 'Custom checks of tfwarden and tfsec')
          : renderJsonSchema(CONFIG_SCHEMA, 'Configuration of tfwarden'),
      );
      return EXIT_CODE.clean;
    case 'validate':
      return validateConfig(invocation, argument ?? '.');
    default:
      io.stderr.write(`tfwarden: expected \`config validate\` or \`config schema\`, found \`${action ?? ''}\`\n`);
      return EXIT_CODE.failed;
  }
}

async function validateConfig(invocation: Invocation, path: string): Promise<number> {
  const { io } = invocation;
  const located = locate([path], io.cwd, undefined);
  const [location] = 'problem' in located ? [] : located;
  if ('problem' in located || location === undefined) {
    io.stderr.write(`tfwarden: ${'problem' in located ? located.problem : 'there is nothing to read'}\n`);
    return EXIT_CODE.failed;
  }
  const prepared = await readSettings(invocation, location, diskFileSystem(location.boundary));
  const options = plainReportOptions(invocation, io.stderr);
  if ('problem' in prepared) {
    io.stderr.write(renderDiagnostics(prepared.diagnostics, options));
    io.stderr.write(`tfwarden: ${prepared.problem}\n`);
    return EXIT_CODE.failed;
  }
  if (prepared.configNode === undefined) {
    io.stdout.write('There is no configuration file.\n');
    return EXIT_CODE.clean;
  }
  const furtherChecks = await loadCustomChecks(invocation, location, prepared.config, false);
  if ('problem' in furtherChecks) {
    io.stderr.write(renderDiagnostics(furtherChecks.diagnostics, options));
    io.stderr.write(`tfwarden: ${furtherChecks.problem}\n`);
    return EXIT_CODE.failed;
  }
  const matcher = createCatalogueMatcher(furtherChecks.flatMap((further) => further.rules));
  const ids = unknownIds(prepared.configNode, matcher);
  io.stderr.write(renderDiagnostics([...prepared.diagnostics, ...ids], options));
  io.stdout.write(`${prepared.configNode.file.name} is valid.\n`);
  return EXIT_CODE.clean;
}
