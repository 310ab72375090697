import { describe, expect, it } from 'vitest';
import { isOutdatedPolicy, RECOMMENDED_POLICY } from './tls-policies.ts';

describe('TLS policies of load balancers', () => {
  it.each([
    'ELBSecurityPolicy-2015-05',
    'ELBSecurityPolicy-2016-08',
    'ELBSecurityPolicy-TLS-1-0-2015-04',
    'ELBSecurityPolicy-TLS-1-1-2017-01',
    'ELBSecurityPolicy-FS-2018-06',
    'ELBSecurityPolicy-FS-1-1-2019-08',
    'ELBSecurityPolicy-TLS13-1-0-2021-06',
    'ELBSecurityPolicy-TLS13-1-1-2021-06',
    'ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04',
    'ELBSecurityPolicy-TLS13-1-0-PQ-2025-09',
  ])('%s is outdated', (name) => {
    expect(isOutdatedPolicy(name)).toBe(true);
  });

  it.each([
    'ELBSecurityPolicy-TLS-1-2-2017-01',
    'ELBSecurityPolicy-TLS-1-2-Ext-2018-06',
    'ELBSecurityPolicy-FS-1-2-2019-08',
    'ELBSecurityPolicy-FS-1-2-Res-2020-10',
    'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
    'ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06',
    'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-3-2021-06',
    'SomeOtherPolicy-TLS-1-0-',
    RECOMMENDED_POLICY,
  ])('%s is not', (name) => {
    expect(isOutdatedPolicy(name)).toBe(false);
  });
});
