import type { Shape } from '../../kit/index.ts';
import { anyOf, edit } from '../../kit/index.ts';
import { formerAttribute } from '../renamed-arguments.ts';
import { isForProxies } from './subnetworks.ts';

/** The provider's defaults, written out because it wants at least one of them. */
const LOG_CONFIG = `log_config {
  aggregation_interval = "INTERVAL_5_SEC"
  flow_sampling        = 0.5
  metadata             = "INCLUDE_ALL_METADATA"
}`;

/** Subnetworks must log flows, unless no machine is in them. Message: `missing`. */
export const requireFlowLogs: Shape<'missing'> = ({ resource: subnetwork }, report) => {
  const isLogged = anyOf([
    subnetwork.mayHaveBlock('log_config'),
    formerAttribute(subnetwork, 'log_config')?.truth() ?? 'false',
    isForProxies(subnetwork),
  ]);
  if (isLogged === 'unknown') report.undetermined({ at: subnetwork });
  if (isLogged !== 'false') return;
  report.fail({ message: 'missing', at: subnetwork, fix: edit.appendBlock(subnetwork, LOG_CONFIG) });
};
