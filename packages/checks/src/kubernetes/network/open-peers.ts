import type { Shape } from '../../kit/index.ts';
import { forbidPublicRanges } from '../../kit/index.ts';

/** The block of a rule that names who may be on the other side. */
const PEERS = { ingress: 'from', egress: 'to' } as const;

/**
 * No rule of the direction may name a public range, or nobody at all, which means everybody. `except` and ports do not count: what is
 * left is still the internet. Messages: `world`, `public`, `anyone`.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#allow-all-ingress-traffic
 */
export function forbidOpenPeers(direction: 'ingress' | 'egress'): Shape<'world' | 'public' | 'anyone'> {
  const peers = PEERS[direction];
  const forbidRanges = forbidPublicRanges('cidr');
  return (policy, report) => {
    for (const rule of policy.blocks(`spec.${direction}`)) {
      const hasPeers = rule.mayHaveBlock(peers);
      if (hasPeers === 'false') report.fail({ message: 'anyone', at: rule });
      if (hasPeers === 'unknown') report.undetermined({ at: rule });
      for (const range of rule.blocks(`${peers}.ip_block`)) forbidRanges(range, report);
    }
  };
}
