import type { AttributeView, Shape } from '../kit/index.ts';

/** Id of the private network that NIFCLOUD shares among its customers. */
const COMMON_PRIVATE = 'net-COMMON_PRIVATE';

/** The network must not be the shared one; a missing argument passes. Message: `shared`. @param path of the network's id */
export function forbidCommonPrivate(path: string): Shape<'shared'> {
  return (block, report) => {
    const network = block.attribute(path);
    if (judge(network) === 'shared') report.fail({ message: 'shared', at: network });
    if (judge(network) === 'unknown') report.undetermined({ at: network });
  };
}

/** A network of one's own must be named, since the shared one is the default. Messages: `missing`, `shared`. */
export function requireOwnNetwork(path: string): Shape<'missing' | 'shared'> {
  return (block, report) => {
    if (block.attribute(path).isSet() === 'false') report.fail({ message: 'missing', at: block.attribute(path) });
    else forbidCommonPrivate(path)(block, report);
  };
}

/** A network that another resource makes is not the shared one, though its id is not known yet. */
function judge(network: AttributeView): 'shared' | 'own' | 'unknown' {
  switch (network.equals(COMMON_PRIVATE)) {
    case 'true':
      return 'shared';
    case 'false':
    case 'absent':
      return 'own';
    case 'unknown':
      return network.isSet() === 'true' ? 'own' : 'unknown';
  }
}
