import { describe, expect, it } from 'vitest';
import { isSensitiveName } from './secret-name.ts';
import { entropyOf, findSecret, mayBeSecret } from './secret-text.ts';

describe('isSensitiveName', () => {
  it.each([
    'password',
    'db_password',
    'DATABASE_PASSWORD',
    'apiKey',
    'API-KEY',
    'client_secret',
    'private_key',
    'aws_access_key_id',
    'oauth_token',
    'masterUserPassword',
    'dbpassword',
    'clientsecret',
    'secretKey',
    'api_keys',
    'token2',
    'secret_string',
  ])('%s is a secret', (name) => {
    expect(isSensitiveName(name)).toBe(true);
  });

  it.each([
    'username',
    'token_type',
    'secret_arn',
    'kms_secret_arn',
    'token_validity',
    'secret_string_wo_version',
    'password_policy',
    'password_length',
    'TOKEN_URL',
    'secret_name',
    'PASSWORD_FILE',
    'automount_service_account_token_enabled',
    'cluster_secretstore_sa',
    'secretstore',
    'secrets_source_store_account_stage',
    'secret_manager_name_suffix',
    'ssm_path_format_api_key',
    'api_key_source_pattern',
    'secret_access_metric_namespace',
    'creation_token',
  ])('%s only speaks of one', (name) => {
    expect(isSensitiveName(name)).toBe(false);
  });
});

describe('mayBeSecret', () => {
  it.each([
    'correct horse',
    'changeme',
    'something',
    'hunter2',
    '0451-0451',
    '{"user":"orders","password":"correct horse"}',
  ])('%s can be one', (text) => {
    expect(mayBeSecret(text)).toBe(true);
  });

  it.each([
    '',
    '  ',
    'true',
    'required',
    '12',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders',
    'https://login.example.com/token',
    '/run/secrets/password',
    '/datadog/%v/api_key',
    'admin/db_password',
    '${DB_PASSWORD}',
    '{{ .Values.password }}',
    '<password>',
    '{}',
    '{"":""}',
    '{"id":"CHANGE_ME_IN_THE_CONSOLE"}',
    'Replace after build',
    'placeholder',
    'xxxxxxxx',
  ])('%j cannot', (text) => {
    expect(mayBeSecret(text)).toBe(false);
  });

  it('takes a URL with a password for a secret', () => {
    expect(mayBeSecret('postgres://orders:hunter2@db.example.com/orders')).toBe(true);
  });
});

describe('findSecret', () => {
  it.each([
    ['AKIA2OGYBAH6QPLMNB3C', 'an AWS access key'],
    ['export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzzz', 'an AWS secret access key'],
    [`token ghp_${'a1B2'.repeat(9)}`, 'a GitHub token'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE', 'a private key'],
    [`AIza${'0'.repeat(35)}`, 'a Google API key'],
  ])('%s is recognised', (text, name) => {
    expect(findSecret(text)?.name).toBe(name);
  });

  it('leaves ordinary text alone', () => {
    expect(findSecret('#!/bin/sh\nyum install -y nginx\necho AKIA is a prefix')).toBeUndefined();
    expect(findSecret('-----BEGIN CERTIFICATE-----')).toBeUndefined();
  });

  it('is linear in hostile text', () => {
    expect(findSecret(`aws_secret_key${' '.repeat(200_000)}`)).toBeUndefined();
    expect(findSecret('eyJ'.repeat(100_000))).toBeUndefined();
  });
});

describe('entropyOf', () => {
  it('is 0 for one letter and 2 for four', () => {
    expect(entropyOf('aaaa')).toBe(0);
    expect(entropyOf('abcd')).toBe(2);
  });
});
