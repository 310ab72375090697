import type { Diagnostic } from '@tfwarden/hcl';
import { distance } from 'fastest-levenshtein';
import type { DataNode } from '../data-file/data-node.ts';
import { memberOf } from '../data-file/data-node.ts';
import { readData } from '../data-file/read-data.ts';
import { validate } from '../data-file/validate.ts';
import type { IdMatcher } from '../identity/id-matcher.ts';
import { VERSION } from '../version.ts';
import { type Config, splitExpiry } from './config.ts';
import { CONFIG_KEYS, CONFIG_SCHEMA } from './config-schema.ts';

/** The version of tfsec that tfwarden stands for, where a file of tfsec asks for one. */
const TFSEC_VERSION = '1.28.13';

export interface ReadConfig {
  /** The document; undefined when it does not parse. */
  readonly node: DataNode | undefined;
  /** Undefined when a diagnostic is an error. */
  readonly config: Config | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and validates a configuration file. Its ids are looked at by `unknownIds`, when the custom checks are known too.
 * @param name     shown in messages; its ending decides between JSON and YAML
 * @param isTfsec  a file of tfsec: unknown keys are a warning, as tfsec leaves them out, and versions are tfsec's
 */
export async function readConfig(name: string, text: string, isTfsec: boolean): Promise<ReadConfig> {
  const read = await readData(name, text);
  if ('diagnostic' in read) return { node: undefined, config: undefined, diagnostics: [read.diagnostic] };
  const node = withoutNothing(read.node);
  // An empty file is an empty configuration.
  if (node.kind === 'scalar' && node.value === null) return { node, config: {}, diagnostics: [] };
  const validated = validate(CONFIG_SCHEMA, node, 'config');
  const diagnostics = [...unknownKeys(node, isTfsec), ...('diagnostics' in validated ? validated.diagnostics : [])];
  if ('diagnostics' in validated) return { node, config: undefined, diagnostics };
  const config = validated.value;
  diagnostics.push(...versionProblem(node, config, isTfsec));
  const isBroken = diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  return { node, config: isBroken ? undefined : config, diagnostics };
}

/** A key with nothing behind it, as where all its entries are commented out, is a key that is not written. */
function withoutNothing(node: DataNode): DataNode {
  if (node.kind !== 'object') return node;
  return { ...node, members: node.members.filter(({ value }) => value.kind !== 'scalar' || value.value !== null) };
}

function unknownKeys(node: DataNode, isTfsec: boolean): readonly Diagnostic[] {
  if (node.kind !== 'object') return [];
  return node.members
    .filter((member) => !CONFIG_KEYS.some((key) => key === member.name))
    .map((member) => {
      const nearest = CONFIG_KEYS.toSorted((a, b) => distance(a, member.name) - distance(b, member.name))[0];
      const isNear = nearest !== undefined && distance(nearest, member.name) <= Math.max(2, member.name.length / 3);
      return {
        severity: isTfsec ? ('warning' as const) : ('error' as const),
        code: 'config/unknown-key',
        summary: 'Unknown key in the configuration',
        detail: `There is no key \`${member.name}\`.${isNear ? ` Did you mean \`${nearest}\`?` : ''}`,
        subject: member.nameRange,
      };
    });
}

/** Ids that no check has do no harm, but whoever wrote them meant something. */
export function unknownIds(node: DataNode, matcher: IdMatcher): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const look = (written: string, subject: Diagnostic['subject']): void => {
    const resolved = matcher.resolve(splitExpiry(written)?.id ?? written);
    if (resolved.kind === 'checks' && resolved.ids.size > 0) return;
    const hint =
      resolved.kind === 'retired'
        ? ` ${resolved.explanation.charAt(0).toUpperCase()}${resolved.explanation.slice(1)}.`
        : resolved.kind === 'unknown' && resolved.suggestion !== undefined
          ? ` Did you mean \`${resolved.suggestion}\`?`
          : '';
    found.push({
      severity: 'warning',
      code: 'config/unknown-id',
      summary: 'Unknown id in the configuration',
      detail: `No check matches \`${written}\`.${hint}`,
      subject,
    });
  };
  for (const key of ['exclude', 'include', 'exclude_ignores']) {
    const list = memberOf(node, key)?.value;
    if (list?.kind !== 'array') continue;
    for (const item of list.items) if (item.kind === 'scalar' && typeof item.value === 'string') look(item.value, item);
  }
  const overrides = memberOf(node, 'severity_overrides')?.value;
  if (overrides?.kind === 'object') for (const member of overrides.members) look(member.name, member.nameRange);
  return found;
}

function versionProblem(node: DataNode, config: Config, isTfsec: boolean): readonly Diagnostic[] {
  const wanted = config.min_required_version;
  if (wanted === undefined) return [];
  const subject = memberOf(node, 'min_required_version')?.value;
  const wantedNumbers = versionNumbers(wanted);
  if (wantedNumbers === undefined) {
    return [
      {
        severity: 'warning',
        code: 'config/bad-version',
        summary: 'Version cannot be read',
        detail: `Expected a version such as \`1.28.0\`, found \`${wanted}\`. The key has no effect.`,
        subject,
      },
    ];
  }
  const have = isTfsec ? TFSEC_VERSION : VERSION;
  const haveNumbers = versionNumbers(have) ?? [];
  for (let index = 0; index < 3; index++) {
    const difference = (haveNumbers[index] ?? 0) - (wantedNumbers[index] ?? 0);
    if (difference > 0) return [];
    if (difference === 0) continue;
    return [
      {
        severity: 'error',
        code: 'config/version-too-old',
        summary: 'The scanner is older than the configuration asks for',
        detail: `Expected ${isTfsec ? 'tfsec' : 'tfwarden'} ${wanted} or newer; this is tfwarden ${VERSION}${isTfsec ? `, which stands for tfsec ${TFSEC_VERSION}` : ''}.`,
        subject,
      },
    ];
  }
  return [];
}

function versionNumbers(text: string): readonly number[] | undefined {
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-+].*)?$/.exec(text.trim());
  if (match === null) return undefined;
  return [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
}
