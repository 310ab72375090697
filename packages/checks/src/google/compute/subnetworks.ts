import type { Answer, ResourceView } from '../../kit/index.ts';
import { anyOf } from '../../kit/index.ts';

/** Subnetworks for proxies and service attachments: no machine is in them, and the API takes neither flow logs nor private access. */
const PURPOSES_WITHOUT_MACHINES: readonly string[] = [
  'REGIONAL_MANAGED_PROXY',
  'GLOBAL_MANAGED_PROXY',
  'INTERNAL_HTTPS_LOAD_BALANCER',
  'PRIVATE_SERVICE_CONNECT',
];

/** Whether no machine can be in the subnetwork. */
export function isForProxies(subnetwork: ResourceView): Answer {
  return anyOf([subnetwork.attribute('purpose').isOneOf(PURPOSES_WITHOUT_MACHINES)]);
}
