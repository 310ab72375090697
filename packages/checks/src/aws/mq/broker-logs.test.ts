import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { hasAuditLogs, switchLogOn } from './broker-logs.ts';

function brokerWith(body: string): ReturnType<typeof viewOf> {
  const text = `variable "engine" {\n  type = string\n}\n\nresource "aws_mq_broker" "orders" {\n${body}\n}\n`;
  return viewOf('aws_mq_broker.orders', text);
}

describe('audit logs', () => {
  it.each([
    ['"ActiveMQ"', 'true'],
    ['"RabbitMQ"', 'false'],
    ['"rabbitmq"', 'false'],
    ['var.engine', 'unknown'],
  ])('of %s: %s', (engine, answer) => {
    expect(hasAuditLogs(brokerWith(`engine_type = ${engine}`))).toBe(answer);
  });
});

describe('switching a log on', () => {
  it('writes one block for both logs of ActiveMQ', () => {
    const broker = brokerWith('engine_type = "ActiveMQ"');
    expect(switchLogOn(broker, 'audit')?.edits).toMatchObject([
      { kind: 'appendBlock', text: 'logs {\n  audit   = true\n  general = true\n}\n' },
    ]);
    expect(switchLogOn(broker, 'general')).toEqual(switchLogOn(broker, 'audit'));
  });

  it('writes nothing about audits where the engine may have none', () => {
    expect(switchLogOn(brokerWith('engine_type = var.engine'), 'general')?.edits).toMatchObject([
      { kind: 'appendBlock', text: 'logs {\n  general = true\n}\n' },
    ]);
  });

  it('adds to a block that is there', () => {
    const broker = brokerWith('engine_type = "ActiveMQ"\nlogs {\n  audit = true\n}');
    expect(switchLogOn(broker, 'general')?.edits).toMatchObject([
      { kind: 'setAttribute', name: 'general', expression: 'true' },
    ]);
  });
});
