import type { ResourceView, ShapeReport } from '../../kit/index.ts';
import { requireTrue } from '../../kit/index.ts';

/** Since this version of Elasticsearch, and in every OpenSearch, encryption is switched on in place. */
const IN_PLACE_SINCE = { major: 6, minor: 7 } as const;

const CAUTION = 'domains of Elasticsearch before 6.7 are replaced';

/**
 * An encryption of a domain should be on; missing means off. Messages: `missing`, `disabled`.
 * @param path of the switch: `encrypt_at_rest.enabled`
 */
export function requireEncryptionSwitch(
  path: string,
): (domain: ResourceView, report: ShapeReport<'missing' | 'disabled'>) => void {
  return (domain, report) => requireTrue(path, isReplaced(domain) ? { caution: CAUTION } : {})(domain, report);
}

/** Whether AWS may have to make a new domain. Both resources take `Elasticsearch` versions; the old one starts at 1.5. */
function isReplaced(domain: ResourceView): boolean {
  const isOld = domain.type === 'aws_elasticsearch_domain';
  const engine = domain.attribute(isOld ? 'elasticsearch_version' : 'engine_version');
  if (engine.state === 'absent') return isOld;
  const match = /^(?:(OpenSearch|Elasticsearch)_)?([0-9]{1,4})\.([0-9]{1,4})/.exec(engine.text() ?? '');
  if (match === null) return true;
  if (match[1] === 'OpenSearch') return false;
  const major = Number(match[2]);
  return major < IN_PLACE_SINCE.major || (major === IN_PLACE_SINCE.major && Number(match[3]) < IN_PLACE_SINCE.minor);
}
