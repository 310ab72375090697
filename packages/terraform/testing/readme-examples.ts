import { objectValue, stringValue } from '@tfwarden/hcl';
import { findRoots, memoryFileSystem, openRoot, planRoot } from '../src/index.ts';

// The examples of README.md, run by `src/readme.test.ts`. Each region is a block of the page, word for word.

type Print = (...parts: readonly unknown[]) => void;

export function listResources(console: { readonly log: Print }): void {
  // #region list
  const files = memoryFileSystem({
    'live/main.tf': `
      module "data" {
        source = "../modules/table"
        names  = ["orders", "audit"]
      }
    `,
    'modules/table/main.tf': `
      variable "names" { type = set(string) }

      resource "aws_dynamodb_table" "this" {
        for_each = var.names
        name     = each.key

        point_in_time_recovery {
          enabled = each.key == "orders"
        }
      }
    `,
  });

  for (const root of findRoots(files, ['.']).roots) {
    for (const table of openRoot(files, root).resourcesOfType('aws_dynamodb_table')) {
      const [recovery] = table.body.blocks('point_in_time_recovery');
      const enabled = recovery?.body.attribute('enabled');
      if (enabled?.value.kind !== 'bool') continue;
      const { file, start } = enabled.range;
      console.log(table.address, enabled.value.value, `${file.name}:${file.position(start).line}`);
    }
  }
  // #endregion
}

export function askUnknown(console: { readonly log: Print }): void {
  // #region unknown
  const evaluation = openRoot(
    memoryFileSystem({
      'main.tf': `
        variable "region" {}
        resource "aws_s3_bucket" "logs" {}
        locals { name = "logs-\${var.region}" }
      `,
    }),
    '.',
    { variables: { environment: new Map([['region', 'eu-west-1']]) } },
  );

  const name = evaluation.evaluateExpression('local.name');
  if (name.value.kind === 'string') console.log(name.value.value);
  for (const { kind, name: place } of name.explain()) console.log('from', kind, place);

  const bucket = evaluation.evaluateExpression('aws_s3_bucket.logs.arn');
  for (const { subject, path } of bucket.waitsFor) console.log('waits for', subject.address + path);
  // #endregion
}

export function stateData(console: { readonly log: Print }): void {
  // #region state
  const stated = openRoot(
    memoryFileSystem({
      'main.tf': `
        data "aws_region" "current" {}
        locals { endpoint = "s3.\${data.aws_region.current.name}.amazonaws.com" }
      `,
    }),
    '.',
    { dataSources: new Map([['data.aws_region', objectValue([['name', stringValue('eu-west-1')]])]]) },
  );
  const endpoint = stated.evaluateExpression('local.endpoint').value;
  if (endpoint.kind === 'string') console.log(endpoint.value);
  // #endregion
}

export function planInFull(console: { readonly log: Print }): void {
  // #region plan
  const plan = planRoot(
    memoryFileSystem({
      'main.tf': `
        variable "size" {
          default = 3
          validation {
            condition     = var.size > 10
            error_message = "Too small: \${var.size}."
          }
        }
      `,
    }),
    '.',
  );
  console.log(plan.failedAt);
  for (const { summary, detail } of plan.diagnostics) console.log(`${summary}: ${detail.split('\n')[0]}`);
  // #endregion
}
