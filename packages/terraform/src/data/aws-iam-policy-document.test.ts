import type { Value } from '@tfwarden/hcl';
import { listOf, STRING, unknownValue } from '@tfwarden/hcl';
import { describe, expect, it } from 'vitest';
import type { BodyFixture } from '../../testing/body-fixture.ts';
import { block, blockThatMayBe, inputOf, unknownText } from '../../testing/body-fixture.ts';
import { computePolicyDocument } from './aws-iam-policy-document.ts';
import { flattenParts } from './partial-json.ts';

/** The attribute with unknown pieces written as `<address.path>`, and the summaries of problems. */
function compute(
  body: BodyFixture,
  attribute = 'minified_json',
): { readonly text: string; readonly problems: string[] } {
  const input = inputOf('aws_iam_policy_document', body);
  const value = computePolicyDocument(input).get(attribute);
  return {
    text: value === undefined ? '(none)' : textOf(value),
    problems: input.diagnostics.map(({ detail }) => detail),
  };
}

function textOf(value: Value): string {
  if (value.kind === 'string') return value.value;
  if (value.kind !== 'unknown') return value.kind;
  if (value.parts === undefined) return `<${value.origin?.subject.address ?? '?'}${value.origin?.path ?? ''}>`;
  return flattenParts(value.parts)
    .map((part) => (typeof part === 'string' ? part : textOf(part)))
    .join('');
}

const bucketArn = unknownText('aws_s3_bucket.orders', '.arn');

describe('aws_iam_policy_document', () => {
  it('is written with two spaces and the members in the order of the provider', () => {
    const { text } = compute(
      {
        policy_id: 'Orders',
        statement: [
          block({
            resources: ['*'],
            actions: ['s3:GetObject', 's3:PutObject'],
            sid: 'Read',
            condition: [block({ test: 'Bool', variable: 'aws:SecureTransport', values: ['true'] })],
            principals: [block({ type: 'AWS', identifiers: ['*'] })],
          }),
        ],
      },
      'json',
    );
    expect(text).toBe(`{
  "Version": "2012-10-17",
  "Id": "Orders",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": [
        "s3:PutObject",
        "s3:GetObject"
      ],
      "Resource": "*",
      "Principal": {
        "AWS": "*"
      },
      "Condition": {
        "Bool": {
          "aws:SecureTransport": "true"
        }
      }
    }
  ]
}`);
  });

  it('keeps the known pieces where a resource is unknown', () => {
    const objects = unknownText('aws_s3_bucket.orders', '.arn', { parts: [bucketArn, '/*'] });
    const { text } = compute({ statement: [block({ actions: ['s3:*'], resources: [bucketArn, objects, 'known'] })] });
    expect(text).toBe(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":["known","<aws_s3_bucket.orders.arn>","<aws_s3_bucket.orders.arn>/*"]}]}',
    );
  });

  it('writes one partly unknown resource as a text', () => {
    const objects = unknownText('aws_s3_bucket.orders', '.arn', { parts: [bucketArn, '/&{aws:username}'] });
    const { text } = compute({ statement: [block({ resources: [objects] })] });
    expect(text).toContain('"Resource":"<aws_s3_bucket.orders.arn>/${aws:username}"');
  });

  it('has an unknown piece for a collection that is not known', () => {
    const arns = unknownValue(listOf(STRING), {
      origin: { subject: { kind: 'variable', address: 'var.arns' }, path: '' },
    });
    const { text } = compute({ statement: [block({ actions: ['s3:Get*'], resources: arns })] });
    expect(text).toContain('"Action":"s3:Get*","Resource":<var.arns>}');
  });

  it('says nothing of a statement that may not exist', () => {
    const { text } = compute({
      statement: [block({ sid: 'Certain', actions: ['a'] }), blockThatMayBe({ sid: 'Maybe', actions: ['*'] })],
    });
    expect(text).toBe('{"Version":"2012-10-17","Statement":[{"Sid":"Certain","Effect":"Allow","Action":"a"},<?>]}');
  });

  it('says nothing of principals when one of them may not exist', () => {
    const { text } = compute({
      statement: [
        block({
          principals: [block({ type: 'AWS', identifiers: ['a'] }), blockThatMayBe({ type: 'AWS', identifiers: ['*'] })],
        }),
      ],
    });
    expect(text).toContain('"Effect":"Allow","Principal":<?>}');
  });

  it('merges a document that is partly unknown', () => {
    const parts = [
      '{"Statement":[{"Sid":"A","Effect":"Allow","Action":"s3:*","Resource":"',
      bucketArn,
      '/*"},',
      unknownText('module.x', ''),
      ']}',
    ];
    const source = unknownText('data.aws_iam_policy_document.base', '.json', { parts });
    const { text } = compute({ source_policy_documents: [source], statement: [block({ sid: 'B', actions: ['b'] })] });
    expect(text).toBe(
      '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"s3:*","Resource":"<aws_s3_bucket.orders.arn>/*"},<module.x>,{"Sid":"B","Effect":"Allow","Action":"b"}]}',
    );
  });

  it('says nothing of statements that an unknown document may override, and keeps those without a Sid', () => {
    const override = unknownText('module.extra', '.policy');
    const { text } = compute({
      override_policy_documents: [override],
      statement: [block({ sid: 'Named', actions: ['a'] }), block({ actions: ['b'] })],
    });
    expect(text).toBe(
      '{"Version":"2012-10-17","Statement":[<module.extra.policy>,{"Effect":"Allow","Action":"b"},<module.extra.policy>]}',
    );
  });

  it('merges source_json and override_json as early versions of the provider do', () => {
    const { text } = compute({
      source_json: '{"Version":"2012-10-17","Statement":[{"Sid":"A","Action":"a"},{"Sid":"B","Action":"b"}]}',
      statement: [block({ sid: 'A', actions: ['own'] })],
      override_json: '{"Statement":[{"Sid":"B","Action":"override"}]}',
    });
    expect(text).toBe(
      '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"own"},{"Sid":"B","Action":"override"}]}',
    );
  });

  it.each<[string, BodyFixture, string]>([
    [
      'two statements with one Sid',
      { statement: [block({ sid: 'A' }), block({ sid: 'A' })] },
      'Two statements have the Sid "A". Remove the Sid or make it unique.',
    ],
    [
      'one Sid in two source documents',
      { source_policy_documents: ['{"Statement":[{"Sid":"A"}]}', '{"Statement":[{"Sid":"A"}]}'] },
      'The Sid "A" occurs twice in "source_policy_documents". Remove the Sid or make it unique.',
    ],
    [
      'a source that is not JSON',
      { source_policy_documents: ['{"Statement":'] },
      'The document 0 of "source_policy_documents" cannot be read: EOF.',
    ],
    [
      'a statement that is not in a list',
      { override_policy_documents: ['{"Statement":{"Sid":"A"}}'] },
      'The document 0 of "override_policy_documents" cannot be read: cannot unmarshal object into `Statement`, which is a list.',
    ],
    [
      'a variable in the old version',
      { version: '2008-10-17', statement: [block({ resources: ['&{aws:username}'] })] },
      'The argument "resources" has a "&{" sequence, which is not supported in document version 2008-10-17.',
    ],
    [
      'an argument of the wrong type',
      { statement: [block({ actions: 's3:GetObject' })] },
      'Inappropriate value for attribute "actions": set of string required.',
    ],
  ])('refuses %s', (_, body, problem) => {
    expect(compute(body)).toEqual({ text: '(none)', problems: [problem] });
  });

  it('does not run out of stack on deeply nested JSON', () => {
    const deep = `{"Statement":[{"Action":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`;
    expect(compute({ source_policy_documents: [deep] }).problems).toHaveLength(1);
  });
});
