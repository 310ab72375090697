import type { Answer, AttributeView, BlockView, ResourceView, Shape } from '../../kit/index.ts';
import { reachOf } from '../../kit/index.ts';

export type Direction = 'ingress' | 'egress';

/** One rule of a security group, whichever way it is written. */
export interface SecurityGroupRule {
  /** The inline block, or the resource that is the rule. */
  readonly block: BlockView;
  /** Whether it is for the direction that was asked for: `unknown` when `type` of an `aws_security_group_rule` is not known. */
  readonly isOfDirection: Exclude<Answer, 'false'>;
}

/** The rules of one direction that a resource holds or is. Inline rules may be blocks, `dynamic` blocks or `ingress = [{...}]`. */
export function rulesOf(resource: ResourceView, direction: Direction): readonly SecurityGroupRule[] {
  switch (resource.type) {
    case `aws_vpc_security_group_${direction}_rule`:
      return [{ block: resource, isOfDirection: 'true' }];
    case 'aws_security_group_rule': {
      const isOfDirection = resource.attribute('type').equals(direction, true);
      return isOfDirection === 'true' || isOfDirection === 'unknown' ? [{ block: resource, isOfDirection }] : [];
    }
    case 'aws_security_group':
    case 'aws_default_security_group':
      return resource.blocks(direction).map((block) => ({ block, isOfDirection: 'true' }));
    default:
      return [];
  }
}

/** Whether inline rules come from a collection of which nothing is known: `ingress = var.rules`. */
export function hasUnknownRules(resource: ResourceView, direction: Direction): boolean {
  if (resource.type !== 'aws_security_group' && resource.type !== 'aws_default_security_group') return false;
  return resource.mayHaveBlock(direction) === 'unknown' && resource.blocks(direction).length === 0;
}

/** No rule of the direction may name a public range of more than one address. Messages: `world`, `public`. */
export function forbidPublicRanges(direction: Direction): Shape<'world' | 'public'> {
  return ({ resource }, report) => {
    if (hasUnknownRules(resource, direction)) report.undetermined({ at: resource.attribute(direction) });
    for (const rule of rulesOf(resource, direction)) {
      for (const range of rangesOf(rule)) {
        const reach = reachOf(range.text() ?? '');
        if (reach === 'world' || reach === 'public') {
          if (rule.isOfDirection === 'true') report.fail({ message: reach, at: range });
          else report.undetermined({ at: resource.attribute('type') });
        } else if (range.state === 'unknown') {
          report.undetermined({ at: range });
        }
      }
    }
  };
}

/** The CIDR blocks that a rule names, each by itself; a list that is not known stands for itself beside its known elements. */
function rangesOf(rule: SecurityGroupRule): readonly AttributeView[] {
  const { block } = rule;
  if (block.type.startsWith('aws_vpc_security_group_')) {
    return [block.attribute('cidr_ipv4'), block.attribute('cidr_ipv6')];
  }
  return [block.attribute('cidr_blocks'), block.attribute('ipv6_cidr_blocks')].flatMap((list) =>
    list.state === 'unknown' ? [list, ...list.items()] : list.items(),
  );
}
