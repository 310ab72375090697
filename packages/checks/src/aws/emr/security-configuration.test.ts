import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { isOn, settingOf } from './security-configuration.ts';

const PATH = ['EncryptionConfiguration', 'EnableAtRestEncryption'];

function settingIn(expression: string): ReturnType<typeof settingOf> {
  const text = `variable "open" {}

resource "aws_emr_security_configuration" "reports" {
  configuration = ${expression}
}
`;
  return settingOf(viewOf('aws_emr_security_configuration.reports', text).attribute('configuration'), PATH);
}

describe('a setting of a security configuration', () => {
  it.each([
    ['jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = true } })', 'known', 'true'],
    ['jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = "True" } })', 'known', 'true'],
    ['jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = false } })', 'known', 'false'],
    ['jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = 1 } })', 'known', 'false'],
    ['jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = var.open } })', 'unknown', 'unknown'],
    ['jsonencode({ EncryptionConfiguration = var.open })', 'unknown', 'unknown'],
    ['jsonencode({ EncryptionConfiguration = {} })', 'absent', 'false'],
    ['jsonencode({ EncryptionConfiguration = [] })', 'absent', 'false'],
    ['jsonencode({})', 'absent', 'false'],
    ['var.open', 'unknown', 'unknown'],
  ])('%s is %s, and on: %s', (expression, state, answer) => {
    const setting = settingIn(expression);
    expect(setting?.state).toBe(state);
    expect(setting && isOn(setting)).toBe(answer);
  });

  it.each(['null', '"no JSON"'])('is not looked for in %s', (expression) => {
    expect(settingIn(expression)).toBeUndefined();
  });
});
