import { SERVICE_ACTIONS } from './service-actions.ts';

/**
 * Patterns that policies write and that are taken as having no resources, although an action or two behind them has: `ec2:Describe*`.
 * Matched from the start to the end of the action, `*` standing for any text. Single actions come from `service-actions.ts`.
 */
const ACTIONS_WITHOUT_RESOURCES: readonly string[] = [
  'athena:list*catalogs',
  'backup:listbackup*',
  'budgets:viewbudget',
  'ce:get*',
  'cloudfront:list*',
  'cloudwatch:getmetricdata',
  'cloudwatch:listmetrics',
  'cloudwatch:putmetricdata',
  'codebuild:list*',
  'config:describe*',
  'config:put*evaluations',
  'directconnect:describe*',
  'ec2:attachclassiclinkvpc',
  'ec2:createnetworkinterface',
  'ec2:describe*',
  'ec2:deletenetworkinterface',
  'ecs:createcluster',
  'ecs:registertaskdefinition',
  'logs:describelogdeliveries',
  'logs:putdestinationpolicy',
  'route53:getchange',
  'securityhub:describehub',
  'servicequotas:list*',
  'ssm:describe*',
  'ssm:list*',
  'states:createstatemachine',
  'trustedadvisor:describe*',
  'waf-regional:list*',
  'waf:list*',
  'wafv2:list*',
  'xray:get*',
];

/** Whether IAM cannot limit the action to resources. @param action as in a policy; case does not matter */
export function hasNoResources(action: string): boolean {
  const lower = action.toLowerCase();
  if (EXACT.has(lower) || isListed(lower)) return true;
  return PATTERNS.some(
    ([start, end]) => lower.length >= start.length + end.length && lower.startsWith(start) && lower.endsWith(end),
  );
}

function isListed(action: string): boolean {
  const colon = action.indexOf(':');
  const name = action.slice(colon + 1);
  return patternsOf(action.slice(0, colon)).some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
}

/** Patterns by service, taken apart when a policy first names the service: some have hundreds, and estates name few services often. */
const patternsByService = new Map<string, readonly string[]>();

function patternsOf(service: string): readonly string[] {
  const text = SERVICE_ACTIONS.get(service);
  if (text === undefined) return [];
  const patterns = patternsByService.get(service) ?? text.split(' ');
  patternsByService.set(service, patterns);
  return patterns;
}

const EXACT: ReadonlySet<string> = new Set(ACTIONS_WITHOUT_RESOURCES.filter((action) => !action.includes('*')));

/** Text before and behind the one `*` of each pattern. */
const PATTERNS: readonly (readonly [string, string])[] = ACTIONS_WITHOUT_RESOURCES.flatMap((action) => {
  const star = action.indexOf('*');
  return star < 0 ? [] : [[action.slice(0, star), action.slice(star + 1)] as const];
});
