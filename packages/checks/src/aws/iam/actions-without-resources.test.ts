import { expect, test } from 'vitest';
import { hasNoResources } from './actions-without-resources.ts';

test.each([
  'eks:DescribeAddonVersions',
  'ec2:DescribeInstances',
  'ec2:Describe*',
  's3:ListAllMyBuckets',
  'sts:GetCallerIdentity',
  'lakeformation:GetDataAccess',
  'LakeFormation:*',
])('%s cannot be limited to resources', (action) => {
  expect(hasNoResources(action)).toBe(true);
});

test.each(['eks:DescribeCluster', 's3:GetObject', 's3:*', 'ec2:RunInstances', 'nobody:Knows', '*'])(
  '%s can be limited, or is not known',
  (action) => {
    expect(hasNoResources(action)).toBe(false);
  },
);
