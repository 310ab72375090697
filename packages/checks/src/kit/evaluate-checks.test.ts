import { memoryFileSystem, openRoot } from '@tfwarden/terraform';
import { describe, expect, it } from 'vitest';
import type { Check, Example } from './check.ts';
import { defineCheck } from './define-check.ts';
import type { CheckResults, EvaluateOptions } from './evaluate-checks.ts';
import { evaluateChecks } from './evaluate-checks.ts';
import type { Place } from './place.ts';
import { textOfAttribute } from './text-pieces.ts';
import type { ResourceView } from './view.ts';

const FACTS = {
  id: 'aws-dynamodb-name-table',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_dynamodb_table',
  title: 'Tables should have a name',
  why: 'A test.',
  harm: 'None.',
  remedy: 'None.',
  links: ['https://docs.aws.amazon.com/'],
  alsoKnownAs: {},
  good: (): readonly [string] => [''],
  messages: { bad: '`{address}` says `{value}` at {path}, {note}' },
  examples: (): readonly [Example<'bad'>] => [{ bad: '', expect: 'bad' }],
} as const;

const TABLES = `
variable "regions" { type = list(string) }

resource "aws_dynamodb_table" "orders" {
  name = "orders"
}

resource "aws_dynamodb_table" "carts" {
  name = "carts"

  dynamic "replica" {
    for_each = var.regions
    content {
      region_name = "eu-west-1"
    }
  }
}
`;

const reportName = defineCheck({
  ...FACTS,
  evaluate(table, report) {
    if (table.name === 'orders') report.fail({ message: 'bad', at: table.attribute('name'), values: { note: 'hm' } });
  },
});

const throwing = defineCheck({
  ...FACTS,
  evaluate(table) {
    throw new Error(`cannot judge ${table.address}`);
  },
});

describe('evaluateChecks', () => {
  it('fills messages in and says where and for whom', () => {
    const [finding, ...others] = run([reportName]).findings;
    expect(others).toEqual([]);
    expect(finding?.message).toBe('`aws_dynamodb_table.orders` says `orders` at name, hm');
    expect(finding?.status).toBe('failed');
    expect(finding?.address).toBe('aws_dynamodb_table.orders');
    expect(finding?.resourceType).toBe('aws_dynamodb_table');
    expect(finding?.range.file.text.slice(finding.range.start, finding.range.end)).toBe('"orders"');
  });

  it('shows a text of which a part is not known', () => {
    const text = 'variable "stage" {}\n\nresource "aws_dynamodb_table" "orders" {\n  name = "orders-${var.stage}"\n}\n';
    const reportText = defineCheck({
      ...FACTS,
      evaluate(table, report) {
        const at = textOfAttribute(table.attribute('name'));
        if (at !== undefined) report.fail({ message: 'bad', at, values: { note: 'hm' } });
      },
    });
    const { findings } = evaluateChecks(openRoot(memoryFileSystem({ 'main.tf': text }), '.'), [reportText]);
    expect(findings.map((finding) => finding.message)).toEqual([
      '`aws_dynamodb_table.orders` says `orders-...` at , hm',
    ]);
  });

  it('goes on when a check throws, and tells of the defect', () => {
    const { findings, defects } = run([throwing, reportName]);
    expect(findings).toHaveLength(1);
    expect(defects.map((defect) => defect.address)).toEqual(['aws_dynamodb_table.orders', 'aws_dynamodb_table.carts']);
  });

  it('names what has passed when asked to', () => {
    const statuses = run([reportName], { includePassed: true }).findings.map((f) => `${f.address} ${f.status}`);
    expect(statuses).toEqual(['aws_dynamodb_table.orders failed', 'aws_dynamodb_table.carts passed']);
  });

  it('labels further places, but not the one it points at', () => {
    const reportBoth = defineCheck({
      ...FACTS,
      evaluate(table, report) {
        const name = table.attribute('name');
        const also = [name, table].map((at) => ({ at, text: 'and this' }));
        if (table.name === 'orders') report.fail({ message: 'bad', at: name, also, values: { note: 'hm' } });
      },
    });
    const labels = run([reportBoth]).findings.map((finding) =>
      finding.labels().map(({ text, range }) => [text, range.file.lineOf(range.start)]),
    );
    expect(labels).toEqual([[['and this', 4]]]);
  });

  it('keeps one of findings that say the same', () => {
    const twice = checkOf((table, fail) => {
      fail(table);
      fail(table);
    });
    expect(run([twice]).findings).toHaveLength(2);
  });

  it('makes failures in blocks that may not exist undetermined, without a fix', () => {
    const replicas = checkOf((table, fail) => {
      for (const replica of table.blocks('replica')) fail(replica);
    });
    const { findings } = run([replicas]);
    expect(findings.map((finding) => finding.status)).toEqual(['undetermined']);
    expect(findings[0]?.fix).toBeUndefined();
  });

  it('does not look at resources of other types', () => {
    const other = { ...reportName, resources: ['aws_s3_bucket'] };
    expect(run([other], { includePassed: true }).findings).toEqual([]);
  });
});

function checkOf(judge: (table: ResourceView, fail: (at: Place) => void) => void): Check {
  return defineCheck({
    ...FACTS,
    evaluate: (table, report) => judge(table, (at) => report.fail({ message: 'bad', at, values: { note: 'again' } })),
  });
}

function run(checks: readonly Check[], options?: EvaluateOptions): CheckResults {
  return evaluateChecks(openRoot(memoryFileSystem({ 'main.tf': TABLES }), '.'), checks, options);
}
