import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { requireEncryptionSwitch } from './encryption-switch.ts';

function cautionFor(type: string, body: string): string | undefined {
  const text = `variable "open" {\n  type = string\n}\n\nresource "${type}" "products" {\n  domain_name = "products"\n${body}\n}\n`;
  const cautions: (string | undefined)[] = [];
  requireEncryptionSwitch('encrypt_at_rest.enabled')(viewOf(`${type}.products`, text), {
    fail: ({ fix }) => cautions.push(fix?.caution),
    undetermined: () => cautions.push('undetermined'),
  });
  expect(cautions).toHaveLength(1);
  return cautions[0];
}

describe('switching the encryption of a domain on', () => {
  it.each([
    ['aws_opensearch_domain', ''],
    ['aws_opensearch_domain', '  engine_version = "OpenSearch_1.3"'],
    ['aws_opensearch_domain', '  engine_version = "Elasticsearch_7.10"'],
    ['aws_elasticsearch_domain', '  elasticsearch_version = "6.8"'],
    ['aws_elasticsearch_domain', '  elasticsearch_version = "OpenSearch_1.0"'],
  ])('needs no second look at %s with%s', (type, body) => {
    expect(cautionFor(type, body)).toBeUndefined();
  });

  it.each([
    ['aws_elasticsearch_domain', ''],
    ['aws_elasticsearch_domain', '  elasticsearch_version = "6.5"'],
    ['aws_opensearch_domain', '  engine_version = "Elasticsearch_5.6"'],
    ['aws_opensearch_domain', '  engine_version = var.open'],
  ])('replaces %s with%s', (type, body) => {
    expect(cautionFor(type, body)).toBe('domains of Elasticsearch before 6.7 are replaced');
  });
});
