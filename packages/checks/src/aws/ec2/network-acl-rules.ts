import type { AttributeView, BlockView, ResourceView } from '../../kit/index.ts';
import type { Direction } from './security-group-rules.ts';

/** One rule of a network ACL, whichever way it is written. */
export interface NetworkAclRule {
  /** The inline block, or the resource that is the rule. */
  readonly block: BlockView;
  /** `unknown` when `egress` of an `aws_network_acl_rule` is not known. */
  readonly direction: Direction | 'unknown';
  /** `allow` or `deny`: `rule_action` of a rule resource, `action` of an inline rule. */
  readonly action: AttributeView;
  /** A name or a number; `-1` and `all` are every protocol. */
  readonly protocol: AttributeView;
  /** The IPv4 and the IPv6 range, either of which may be absent. */
  readonly ranges: readonly AttributeView[];
}

/** Every protocol and so every port, however it is spelled. */
export const ALL_PROTOCOLS: readonly string[] = ['-1', 'all'];

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** The rules that a resource holds or is. Inline rules may be blocks, `dynamic` blocks or `ingress = [{...}]`. */
export function networkAclRulesOf(resource: ResourceView): readonly NetworkAclRule[] {
  if (resource.type === 'aws_network_acl_rule') {
    return [ruleOf(resource, directionOf(resource.attribute('egress')), 'rule_action')];
  }
  return DIRECTIONS.flatMap((direction) =>
    resource.blocks(direction).map((block) => ruleOf(block, direction, 'action')),
  );
}

/** Directions whose inline rules come from a collection of which nothing is known: `ingress = var.rules`. */
export function unknownDirectionsOf(resource: ResourceView): readonly Direction[] {
  if (resource.type === 'aws_network_acl_rule') return [];
  return DIRECTIONS.filter(
    (direction) => resource.mayHaveBlock(direction) === 'unknown' && resource.blocks(direction).length === 0,
  );
}

function ruleOf(block: BlockView, direction: NetworkAclRule['direction'], action: string): NetworkAclRule {
  return {
    block,
    direction,
    action: block.attribute(action),
    protocol: block.attribute('protocol'),
    ranges: [block.attribute('cidr_block'), block.attribute('ipv6_cidr_block')],
  };
}

/** A missing `egress` means ingress. */
function directionOf(egress: AttributeView): NetworkAclRule['direction'] {
  switch (egress.truth()) {
    case 'true':
      return 'egress';
    case 'false':
    case 'absent':
      return 'ingress';
    case 'unknown':
      return 'unknown';
  }
}
