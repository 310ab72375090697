import type { FunctionDefinition } from '@tfwarden/hcl';
import { mapValue, STRING, stringValue } from '@tfwarden/hcl';
import { describe, expect, it } from 'vitest';
import type { BodyFixture } from '../../testing/body-fixture.ts';
import { inputOf, unknownText } from '../../testing/body-fixture.ts';
import type { DataSourceInput } from '../evaluate/data-source.ts';
import { computeTemplateFile } from './template-file.ts';

const upper: FunctionDefinition = {
  name: 'upper',
  parameters: [{ name: 'str', type: STRING }],
  returnType: () => STRING,
  call: ([text]) => stringValue(text?.kind === 'string' ? text.value.toUpperCase() : ''),
};

function input(body: BodyFixture, files: Readonly<Record<string, string>> = {}): DataSourceInput {
  return { ...inputOf('template_file', body, files), findFunction: (name) => (name === 'upper' ? upper : undefined) };
}

describe('template_file', () => {
  it('renders a template with its variables and functions', () => {
    const vars = mapValue(STRING, [['name', stringValue('orders')]]);
    const attributes = computeTemplateFile(input({ template: 'table ${upper(name)}, $${kept}', vars }));
    expect(attributes?.get('rendered')).toMatchObject({ value: 'table ORDERS, ${kept}' });
    expect(attributes?.get('id')).toMatchObject({ kind: 'string' });
  });

  it('reads the file that the older argument names', () => {
    const attributes = computeTemplateFile(input({ filename: 'init.tpl' }, { 'init.tpl': 'echo' }));
    expect(attributes?.get('rendered')).toMatchObject({ value: 'echo' });
  });

  it('keeps known pieces next to unknown variables', () => {
    const vars = mapValue(STRING, [['arn', unknownText('aws_s3_bucket.orders', '.arn')]]);
    const rendered = computeTemplateFile(input({ template: '{"Resource":"${arn}"}', vars }))?.get('rendered');
    expect(rendered?.kind === 'unknown' && rendered.parts?.filter((part) => typeof part === 'string')).toEqual([
      '{"Resource":"',
      '"}',
    ]);
  });

  it('reports a variable that the template lacks', () => {
    const broken = input({ template: 'table ${name}' });
    expect(computeTemplateFile(broken)).toBeUndefined();
    expect(broken.diagnostics).toMatchObject([
      { code: 'terraform/template-file', summary: 'Failed to render template' },
    ]);
  });

  it('is left alone without functions', () => {
    expect(computeTemplateFile(inputOf('template_file', { template: 'x' }))).toBeUndefined();
  });
});
