import type { Answer, ResourceView } from '../../kit/index.ts';
import { not } from '../../kit/index.ts';

const LOAD_BALANCERS: readonly string[] = ['aws_lb', 'aws_alb'];

/**
 * Whether a listener belongs to an application load balancer. One whose load balancer is not in the configuration is taken for such a
 * listener, as tfsec does; `unknown` when the type of the load balancer is not known.
 */
export function isOfApplicationBalancer(listener: ResourceView): Answer {
  const arn = listener.attribute('load_balancer_arn');
  for (const type of LOAD_BALANCERS) {
    const balancer = arn.refersTo(type, { name: 'arn' }).found[0];
    if (balancer === undefined) continue;
    const isOther = balancer.attribute('load_balancer_type').isOneOf(['network', 'gateway'], true);
    return not(isOther);
  }
  return 'true';
}
