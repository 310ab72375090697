import type { ResourceView, ShapeReport } from '../../kit/index.ts';
import { edit } from '../../kit/index.ts';

/** The two services of a cluster that write down what happens in it. */
export interface ClusterService {
  readonly attribute: 'logging_service' | 'monitoring_service';
  readonly config: 'logging_config' | 'monitoring_config';
  readonly service: string;
}

/**
 * The service must be the one for Kubernetes, which is the default, and its list of components not empty. Messages: `service`,
 * `components`.
 */
export function requireClusterService(
  wanted: ClusterService,
): (cluster: ResourceView, report: ShapeReport<'service' | 'components'>) => void {
  return (cluster, report) => {
    const service = cluster.attribute(wanted.attribute);
    const verdict = service.equals(wanted.service);
    if (verdict === 'unknown') report.undetermined({ at: service });
    if (verdict === 'false') {
      const fix = edit.setAttribute(cluster, wanted.attribute, JSON.stringify(wanted.service));
      report.fail({ message: 'service', at: service, fix });
    }
    for (const config of cluster.blocks(wanted.config)) {
      const components = config.attribute('enable_components');
      if (components.state === 'unknown' && components.isSet() === 'unknown') report.undetermined({ at: components });
      if (components.state === 'known' && components.isSet() === 'false') {
        report.fail({ message: 'components', at: components });
      }
    }
  };
}
