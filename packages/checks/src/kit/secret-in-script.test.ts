import { describe, expect, it } from 'vitest';
import { findSecretInScript } from './secret-in-script.ts';
import { UNKNOWN_PIECE } from './user-data.ts';

describe('secrets in scripts', () => {
  it.each([
    ['export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE', 'an AWS access key'],
    ['aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'an AWS secret access key'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'a private key'],
    ['#!/bin/sh\nexport DB_PASSWORD=hunter2', 'a password'],
    ['password: correct-horse', 'a password'],
    ['  "password": "correct horse",', 'a password'],
    ["MYSQL_ROOT_PASSWORD='correct horse' ./install", 'a password'],
    ['$password = ConvertTo-SecureString "correct horse" -AsPlainText -Force', 'a password'],
    ["$password = ConvertTo-SecureString -String 'Get-Horse' -AsPlainText", 'a password'],
    ['A_PASSWORD=$(lookup) B_PASSWORD=hunter2', 'a password'],
  ])('are found in %j', (script, expected) => {
    expect(findSecretInScript(script)).toBe(expected);
  });

  it.each([
    'export DB_PASSWORD=$(aws ssm get-parameter --name /shop/password)',
    'export DB_PASSWORD="$PASSWORD"',
    'export DB_PASSWORD=`cat /run/secret`',
    `export DB_PASSWORD=${UNKNOWN_PIECE} ./run.sh`,
    'password: {{ vault_password }}',
    '$password = ConvertTo-SecureString "${admin_password}" -AsPlainText -Force',
    `$password = ConvertTo-SecureString -String "${UNKNOWN_PIECE}" -AsPlainText -Force`,
    '$password = Get-SECSecretValue -SecretId shop',
    '$password = Read-Host "Password"',
    '$password = ConvertTo-SecureString',
    'password: |',
    'password=<<EOF',
    '# the password: see the handbook',
    'PasswordAuthentication=no',
    'password_file=/etc/shop/password',
    'DB_PASSWORD_ARN=arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop',
    'X-aws-ec2-metadata-token-ttl-seconds: 21600',
    'lock_passwd: true',
    'echo "Enter the password"',
    'DB_PASSWORD=',
    '',
  ])('are not seen in %j', (script) => {
    expect(findSecretInScript(script)).toBeUndefined();
  });

  it('leaves lines alone that are data', () => {
    expect(findSecretInScript(`password=hunter2${'x'.repeat(5000)}`)).toBeUndefined();
  });

  it('asks the caller what counts as a password', () => {
    expect(findSecretInScript('password: see the vault', isLong)).toBeUndefined();
    expect(findSecretInScript('password=c0rrecthorse', isLong)).toBe('a password');
  });
});

function isLong(text: string): boolean {
  return text.length >= 8;
}
