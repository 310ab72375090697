import type { AttributeView, Policy, ResourceView } from '../../kit/index.ts';
import { policyOf } from '../../kit/index.ts';

/** Resources with policies that give rights to users, groups and roles. */
export const IDENTITY_POLICIES = [
  'aws_iam_policy',
  'aws_iam_group_policy',
  'aws_iam_role_policy',
  'aws_iam_user_policy',
  'aws_iam_role',
] as const;

export interface WrittenPolicy {
  readonly attribute: AttributeView;
  readonly policy: Policy;
  /** Statements may follow that nobody knows. */
  readonly isPartly: boolean;
}

/** The policies a resource of `IDENTITY_POLICIES` holds: its own, or the inline policies of a role. */
export function identityPoliciesOf(resource: ResourceView): readonly WrittenPolicy[] {
  const holders = resource.type === 'aws_iam_role' ? resource.blocks('inline_policy') : [resource];
  return holders.map((holder) => {
    const attribute = holder.attribute('policy');
    const policy = policyOf(attribute);
    return { attribute, policy, isPartly: policy.state === 'unknown' || policy.state === 'partly' };
  });
}
