import type { Shape } from '../../kit/index.ts';
import { anyOf, reachOf } from '../../kit/index.ts';

/** Arguments that name the other side of a rule in another way than by addresses. */
const OTHER_REMOTES = ['remote_group_id', 'remote_address_group_id'];

/**
 * A rule of the direction must not name a public range of more than one address, nor leave the other side open, which OpenStack reads
 * as everybody. Messages: `world`, `public`, `anyone`.
 */
export function forbidOpenRemotes(direction: 'ingress' | 'egress'): Shape<'world' | 'public' | 'anyone'> {
  return (rule, report) => {
    const ruleDirection = rule.attribute('direction');
    const isOfDirection = ruleDirection.equals(direction);
    if (isOfDirection === 'false' || isOfDirection === 'absent') return;
    const prefix = rule.attribute('remote_ip_prefix');
    const isAnyone = prefix.isSet() === 'false';
    if (prefix.state === 'unknown') report.undetermined({ at: prefix });
    if (isAnyone) {
      const isNamed = anyOf(OTHER_REMOTES.map((name) => rule.attribute(name).isSet()));
      if (isNamed === 'unknown') report.undetermined({ at: rule });
      if (isNamed !== 'false') return;
    }
    const reach = isAnyone ? 'anyone' : reachOf(prefix.text() ?? '');
    if (reach !== 'world' && reach !== 'public' && reach !== 'anyone') return;
    if (isOfDirection === 'true') report.fail({ message: reach, at: prefix });
    else report.undetermined({ at: ruleDirection });
  };
}
