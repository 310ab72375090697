import type { Answer, Fix, ResourceView } from '../../kit/index.ts';
import { edit, not } from '../../kit/index.ts';

/** Whether a broker can have audit logs: RabbitMQ has none. */
export function hasAuditLogs(broker: ResourceView): Answer {
  return not(broker.attribute('engine_type').equals('RabbitMQ', true));
}

/**
 * Switches a log on. A block that is not there is written with every log that the engine has, so that the fixes of two checks make one
 * block.
 */
export function switchLogOn(broker: ResourceView, log: 'audit' | 'general'): Fix | undefined {
  if (broker.mayHaveBlock('logs') !== 'false') return edit.setAttribute(broker, `logs.${log}`, 'true');
  const audit = hasAuditLogs(broker) === 'true' ? '  audit   = true\n  general = true\n' : '  general = true\n';
  return edit.appendBlock(broker, `logs {\n${audit}}\n`);
}
