import { describe, expect, it } from 'vitest';
import { block, blockThatMayBe, inputOf, unknownText } from '../../testing/body-fixture.ts';
import { computeCloudinitConfig } from './cloudinit-config.ts';

const plain = { gzip: false, base64_encode: false } as const;

describe('cloudinit_config', () => {
  it('is a MIME message with a section for each part', () => {
    const attributes = computeCloudinitConfig(
      inputOf('cloudinit_config', {
        ...plain,
        part: [
          block({ content_type: 'text/x-shellscript', content: 'echo orders', filename: 'start.sh' }),
          block({ content: 'packages: [redis6]', merge_type: 'list()+dict()+str()' }),
        ],
      }),
    );
    const lines = [
      'Content-Type: multipart/mixed; boundary="MIMEBOUNDARY"\nMIME-Version: 1.0',
      '',
      '--MIMEBOUNDARY',
      'Content-Disposition: attachment; filename="start.sh"',
      'Content-Transfer-Encoding: 7bit',
      'Content-Type: text/x-shellscript',
      'Mime-Version: 1.0',
      '',
      'echo orders',
      '--MIMEBOUNDARY',
      'Content-Transfer-Encoding: 7bit',
      'Content-Type: text/plain',
      'Mime-Version: 1.0',
      'X-Merge-Type: list()+dict()+str()',
      '',
      'packages: [redis6]',
      '--MIMEBOUNDARY--',
      '',
    ];
    expect(attributes.get('rendered')).toMatchObject({ kind: 'string', value: lines.join('\r\n') });
    expect(attributes.get('id')).toMatchObject({ kind: 'string' });
  });

  it('is written in base64 unless told otherwise', () => {
    const attributes = computeCloudinitConfig(
      inputOf('cloudinit_config', { gzip: false, boundary: 'B', part: [block({ content: 'x' })] }),
    );
    expect(attributes.get('rendered')).toMatchObject({
      value:
        'Q29udGVudC1UeXBlOiBtdWx0aXBhcnQvbWl4ZWQ7IGJvdW5kYXJ5PSJCIgpNSU1FLVZlcnNpb246IDEuMA0KDQotLUINCkNvbnRlbnQtVHJhbnNmZXItRW5jb2Rpbmc6IDdiaXQNCkNvbnRlbnQtVHlwZTogdGV4dC9wbGFpbg0KTWltZS1WZXJzaW9uOiAxLjANCg0KeA0KLS1CLS0NCg==',
    });
  });

  it('is unknown when it is compressed, which is the default', () => {
    const attributes = computeCloudinitConfig(
      inputOf('template_cloudinit_config', { part: [block({ content: 'x' })] }),
    );
    expect(attributes.get('rendered')).toMatchObject({ kind: 'unknown', parts: undefined });
  });

  it('keeps known pieces next to unknown ones', () => {
    const password = unknownText('random_password.db', '.result');
    const attributes = computeCloudinitConfig(
      inputOf('cloudinit_config', {
        ...plain,
        part: [block({ content: password }), blockThatMayBe({ content: 'secret' })],
      }),
    );
    const rendered = attributes.get('rendered');
    expect(rendered?.kind === 'unknown' && rendered.parts?.length).toBe(4);
    expect(JSON.stringify(rendered)).not.toContain('secret');
  });

  it('refuses compressed text that is not encoded', () => {
    const input = inputOf('cloudinit_config', { gzip: true, base64_encode: false, part: [block({ content: 'x' })] });
    computeCloudinitConfig(input);
    expect(input.diagnostics.map(({ summary }) => summary)).toEqual(['Invalid Attribute Configuration']);
  });
});
