import { loadChecksOf } from '@tfwarden/checks';
import { createCatalogueMatcher } from '../identity/catalogue-matcher.ts';
import { checkPage } from '../report/check-page.ts';
import { createColours } from '../report/colours.ts';
import { renderPageTerminal } from '../report/page-terminal.ts';
import { type Rule, ruleOf } from '../scan/rule.ts';
import { wantsColour } from './colour.ts';
import { EXIT_CODE } from './exit-code.ts';
import type { Invocation } from './run.ts';

/** Pages shown for one pattern at most; further checks are listed. */
const MAX_PAGES = 5;

/** `tfwarden explain <id>`: the page of a check in the terminal. */
export async function explainCommand(invocation: Invocation): Promise<number> {
  const { io, values, positionals } = invocation;
  const colours = createColours(wantsColour(io.stdout, io.env, values.isOn('no-color')));
  const width = Math.min(io.stdout.columns ?? 100, 100);
  const matcher = createCatalogueMatcher();
  let code: number = EXIT_CODE.clean;
  for (const written of positionals) {
    const resolved = matcher.resolve(written);
    switch (resolved.kind) {
      case 'checks': {
        if (resolved.ids.size === 0) {
          io.stderr.write(`tfwarden: no check matches \`${written}\`; \`tfwarden checks\` lists them all\n`);
          code = EXIT_CODE.failed;
          break;
        }
        const rules = await loadRules([...resolved.ids].toSorted());
        for (const [index, rule] of rules.slice(0, MAX_PAGES).entries()) {
          if (index > 0) io.stdout.write('\n');
          const legacy = written.trim().toUpperCase();
          const isLegacy = rule.legacyIds.includes(legacy);
          io.stdout.write(renderPageTerminal(checkPage(rule, isLegacy ? legacy : undefined), colours, width));
        }
        if (rules.length > MAX_PAGES) {
          io.stdout.write(`\nFurther checks match \`${written}\`:\n`);
          for (const rule of rules.slice(MAX_PAGES)) io.stdout.write(`  ${rule.id}  ${rule.title}\n`);
        }
        break;
      }
      case 'retired':
        io.stdout.write(`${written}: ${resolved.explanation}.\n`);
        break;
      case 'unknown': {
        const hint = resolved.suggestion === undefined ? '' : `; did you mean \`${resolved.suggestion}\`?`;
        io.stderr.write(`tfwarden: no check has the id \`${written}\`${hint}\n`);
        code = EXIT_CODE.failed;
        break;
      }
    }
  }
  return code;
}

/** Loads the checks of the ids given, in that order. */
export async function loadRules(ids: readonly string[]): Promise<readonly Rule[]> {
  return (await loadChecksOf(ids)).map(ruleOf);
}
