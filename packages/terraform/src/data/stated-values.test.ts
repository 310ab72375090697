import type { Value } from '@tfwarden/hcl';
import { objectValue, stringValue, tupleValue } from '@tfwarden/hcl';
import { describe, expect, it } from 'vitest';
import { openRoot } from '../evaluate/open-root.ts';
import { memoryFileSystem } from '../source/memory-file-system.ts';

const CONFIGURATION = `
  data "terraform_remote_state" "shared" {
    for_each = toset(["network", "data"])
    backend  = "s3"
    config   = { bucket = "state", key = each.key }
  }

  data "aws_region" "current" {}
  data "external" "git" { program = ["git", "rev-parse", "HEAD"] }
  data "http" "address" { url = "https://ip.example" }

  output "subnets" { value = data.terraform_remote_state.shared["network"].outputs.subnet_ids }
  output "table" { value = data.terraform_remote_state.shared["data"].outputs.table }
  output "endpoint" { value = "s3.\${data.aws_region.current.region}.amazonaws.com" }
  output "commit" { value = data.external.git.result.commit }
  output "address" { value = data.http.address.response_body }
`;

function outputOf(name: string, dataSources: ReadonlyMap<string, Value> = new Map()): Value | undefined {
  const evaluation = openRoot(memoryFileSystem({ 'main.tf': CONFIGURATION }), '.', { dataSources });
  const { value } = evaluation.root.outputs.get(name) ?? {};
  expect(evaluation.diagnostics()).toEqual([]);
  return value;
}

function textOf(value: Value | undefined): unknown {
  if (value?.kind === 'tuple') return value.elements.map(textOf);
  return value?.kind === 'string' ? value.value : value?.kind;
}

describe('data sources that only a user can know', () => {
  it.each(['subnets', 'table', 'endpoint', 'commit', 'address'])('%s is unknown and says what it waits for', (name) => {
    const value = outputOf(name);
    expect(value?.kind === 'unknown' && value.waitsFor.map(({ subject }) => subject.kind)).toEqual(['data']);
  });

  it('remote state has the outputs that are stated for its address', () => {
    const outputs = objectValue([['subnet_ids', tupleValue([stringValue('subnet-1'), stringValue('subnet-2')])]]);
    const stated = new Map([['data.terraform_remote_state.shared["network"]', objectValue([['outputs', outputs]])]]);
    expect(textOf(outputOf('subnets', stated))).toEqual(['subnet-1', 'subnet-2']);
    expect(textOf(outputOf('table', stated))).toBe('unknown');
  });

  it('the region is what is stated', () => {
    const stated = new Map([['data.aws_region.current', objectValue([['region', stringValue('eu-west-1')]])]]);
    expect(textOf(outputOf('endpoint', stated))).toBe('s3.eu-west-1.amazonaws.com');
  });
});
