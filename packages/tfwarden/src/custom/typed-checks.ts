import { type Check, evaluateChecks } from '@tfwarden/checks';
import { memoryFileSystem, openRoot } from '@tfwarden/terraform';
import type { FurtherChecks } from '../scan/further-checks.ts';
import { ruleOf } from '../scan/rule.ts';

/** Makes checks that a team wrote with `defineCheck` part of a scan. */
export function typedChecks(checks: readonly Check[], includePassed: boolean): FurtherChecks {
  const rules = new Map(checks.map((check) => [check.id, ruleOf(check)]));
  return {
    rules: [...rules.values()],
    evaluate(evaluation) {
      const results = evaluateChecks(evaluation, checks, { includePassed });
      return {
        findings: results.findings.flatMap((finding) => {
          const rule = rules.get(finding.check.id);
          return rule === undefined ? [] : [{ rule, finding }];
        }),
        defects: results.defects.map((defect) => ({
          ruleId: defect.check.id,
          address: defect.address,
          error: defect.error,
        })),
      };
    },
  };
}

/** One example of a check that does not do what it says. */
export interface ExampleProblem {
  readonly example: string;
  readonly problem: string;
}

/** Runs the examples of a check: each `bad` gives exactly the messages it states, each `good` none. */
export function testExamples(check: Check): readonly ExampleProblem[] {
  const problems: ExampleProblem[] = [];
  for (const [index, example] of check.examples.entries()) {
    const expected = typeof example.expect === 'string' ? [example.expect] : [...example.expect];
    const found = messagesIn(example.bad, check);
    if (found.join() !== expected.join()) {
      problems.push({
        example: `examples[${index}]`,
        problem: `expected ${expected.join(', ')}; found ${found.length === 0 ? 'nothing' : found.join(', ')}`,
      });
    }
  }
  for (const [index, good] of check.good.entries()) {
    const found = messagesIn(good, check);
    if (found.length > 0)
      problems.push({ example: `good[${index}]`, problem: `expected nothing; found ${found.join(', ')}` });
  }
  return problems;
}

function messagesIn(code: string, check: Check): readonly string[] {
  const evaluation = openRoot(memoryFileSystem({ 'main.tf': code }), '.');
  const { findings, defects } = evaluateChecks(evaluation, [check]);
  const messages = findings.toSorted((a, b) => a.range.start - b.range.start).map((finding) => finding.messageId);
  const problems = evaluation.diagnostics().filter((diagnostic) => diagnostic.severity === 'error');
  return [
    ...messages,
    ...defects.map((defect) => `the check threw ${String(defect.error)}`),
    ...problems.map((diagnostic) => `the example is wrong (${diagnostic.summary})`),
  ];
}
