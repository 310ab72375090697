import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../src/index.ts';
import { memoryFileSystem, openRoot } from '../src/index.ts';

const FOLDER = fileURLToPath(new URL('../testdata/bad-input/', import.meta.url));

/** All fixtures as one tree; opened one by one. */
const fileSystem = memoryFileSystem(readTree(FOLDER, '', {}));

function readTree(folder: string, prefix: string, files: Record<string, Uint8Array>): Record<string, Uint8Array> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) readTree(path, `${prefix}${name}/`, files);
    else files[prefix + name] = new Uint8Array(readFileSync(path));
  }
  return files;
}

interface Outcome {
  /** `terraform_data.carts = carts`, or the kind of the value where it is not a text. */
  readonly resources: readonly string[];
  /** `error main.tf:6 Reference to undeclared input variable`. */
  readonly problems: readonly string[];
  /** `missing-module module.network`. */
  readonly gaps: readonly string[];
}

/** Opens a fixture and reads everything in it. */
function openFixture(name: string): Outcome & { readonly evaluation: Evaluation } {
  const evaluation = openRoot(fileSystem, name);
  const resources = evaluation.resources().map(({ address, body }) => {
    const value = body.attribute('input')?.value;
    return `${address} = ${value?.kind === 'string' ? value.value : value?.kind}`;
  });
  const problems = evaluation.diagnostics().map(({ severity, summary, subject }) => {
    const place = subject && `${subject.file.name.slice(name.length + 1)}:${subject.file.position(subject.start).line}`;
    return [severity, place, summary].filter((word) => word !== undefined).join(' ');
  });
  return { resources, problems, gaps: evaluation.gaps().map(({ kind, name: what }) => `${kind} ${what}`), evaluation };
}

/** What Terraform 1.11.4 says of each, or what it should say; `terraform_data.carts` is sound everywhere and must survive. */
const EXPECTED: Readonly<Record<string, Outcome>> = {
  'binary-file': {
    resources: ['terraform_data.carts = carts'],
    problems: ['error Not a text file'],
    gaps: ['unreadable-file binary-file/x.tf'],
  },
  'broken-json': {
    resources: ['terraform_data.carts = carts'],
    problems: [
      'error generated.tf.json:4 Incorrect JSON value type',
      'error generated.tf.json:4 Trailing comma in object',
    ],
    gaps: ['syntax-error broken-json/generated.tf.json'],
  },
  'climbing-module': {
    resources: ['terraform_data.carts = carts'],
    problems: ['error main.tf:2 Module outside of the boundary'],
    gaps: ['refused-module module.outside'],
  },
  'duplicate-resource': {
    resources: ['terraform_data.carts = carts'],
    problems: [
      'error main.tf:5 Duplicate resource "terraform_data" configuration',
      'error main.tf:11 Duplicate variable declaration',
    ],
    gaps: [],
  },
  'local-cycle': {
    resources: ['terraform_data.orders = unknown', 'terraform_data.carts = carts'],
    problems: ['error main.tf:2 Cycle: local.first (expand), local.second (expand), local.third (expand)'],
    gaps: [],
  },
  'missing-module': {
    resources: ['terraform_data.carts = carts'],
    problems: ['error main.tf:2 Unreadable module directory'],
    gaps: ['missing-module module.network'],
  },
  'not-utf8': {
    resources: ['terraform_data.cafe = caf', 'terraform_data.carts = carts'],
    problems: ['error latin1.tf:3 Invalid character encoding', 'error latin1.tf:3 Unterminated template string'],
    gaps: ['syntax-error not-utf8/latin1.tf'],
  },
  'output-cycle': {
    resources: ['terraform_data.orders = unknown', 'terraform_data.carts = carts'],
    problems: [
      'error echo/main.tf:4 Cycle: module.a.output.value (expand), module.a.var.value (expand), module.b.output.value (expand), module.b.var.value (expand)',
    ],
    gaps: [],
  },
  'reserved-name': {
    resources: ['terraform_data.1carts = one', 'terraform_data.carts = carts'],
    problems: ['error main.tf:1 Invalid variable name', 'error main.tf:5 Invalid resource name'],
    gaps: [],
  },
  'self-call': {
    resources: ['terraform_data.carts = carts'],
    problems: ['error main.tf:2 Module calls itself'],
    gaps: ['module-limit module.again'],
  },
  'undeclared-variable': {
    resources: ['terraform_data.orders = unknown', 'terraform_data.carts = eu-west-1'],
    problems: ['error main.tf:6 Reference to undeclared input variable'],
    gaps: [],
  },
  'unknown-block': {
    resources: ['terraform_data.carts = carts'],
    problems: ['error main.tf:1 Unsupported block type', 'error main.tf:5 Missing name for resource'],
    gaps: [],
  },
};

describe('a configuration with a mistake', () => {
  it.each(Object.entries(EXPECTED))('is read as far as it goes: %s', (name, expected) => {
    const { resources, problems, gaps } = openFixture(name);
    expect({ resources, problems, gaps }).toEqual(expected);
  });

  it('keeps what stands before and beside a string that never ends', () => {
    const { resources, problems, gaps } = openFixture('syntax-error');
    expect(resources).toEqual([
      'terraform_data.orders = orders',
      'terraform_data.broken = object',
      'terraform_data.carts = carts',
    ]);
    expect(problems[0]).toBe('error main.tf:7 Invalid multi-line string');
    expect(problems.every((problem) => problem.startsWith('error main.tf:'))).toBe(true);
    expect(gaps).toEqual(['syntax-error syntax-error/main.tf']);
  });

  it('says which tfvars file cannot be read and which value nobody asked for', () => {
    const { resources, problems } = openFixture('bad-tfvars');
    expect(resources).toHaveLength(1);
    expect(problems).toContain('warning Value for undeclared variable');
    expect(problems).toContain('error terraform.tfvars:1 Invalid multi-line string');
  });

  it('says what to do', () => {
    const details = Object.keys(EXPECTED).flatMap((name) => {
      const { evaluation } = openFixture(name);
      return evaluation.diagnostics().map(({ detail }) => detail);
    });
    expect(details.filter((detail) => detail === '')).toEqual([]);
    expect(details).toContain('An input variable with the name "regoin" has not been declared. Did you mean "region"?');
  });

  it('has a case for every fixture', () => {
    const fixtures = readdirSync(FOLDER).toSorted();
    expect([...Object.keys(EXPECTED), 'bad-tfvars', 'syntax-error'].toSorted()).toEqual(fixtures);
  });
});
