/**
 * Beginnings of the names of policies that offer TLS 1.0 or 1.1, after `ELBSecurityPolicy-`. Whatever follows, a date or a variant for
 * FIPS or post-quantum keys, does not change that.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html
 */
const OUTDATED: readonly string[] = [
  '2011-08',
  '2014-01',
  '2014-10',
  '2015-02',
  '2015-03',
  '2015-05',
  '2016-08',
  'FS-1-1-',
  'FS-2018-06',
  'TLS-1-0-',
  'TLS-1-1-',
  'TLS13-1-0-',
  'TLS13-1-1-',
];

const PREFIX = 'ELBSecurityPolicy-';

/** TLS 1.2 and 1.3 with forward secrecy, for application and network load balancers. */
export const RECOMMENDED_POLICY = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

/** Whether a policy offers TLS 1.0 or 1.1. Policies that nobody knows yet are taken for good. */
export function isOutdatedPolicy(name: string): boolean {
  if (!name.startsWith(PREFIX)) return false;
  const rest = name.slice(PREFIX.length);
  return OUTDATED.some((start) => rest.startsWith(start));
}
