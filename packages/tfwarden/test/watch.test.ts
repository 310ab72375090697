import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCommand } from '../src/command/command-table.ts';
import { EXIT_CODE } from '../src/command/exit-code.ts';
import type { Io } from '../src/command/io.ts';
import { parseArguments } from '../src/command/parse-arguments.ts';
import { watchCommand } from '../src/command/watch/watch-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TABLE = 'resource "aws_dynamodb_table" "orders" {\n  hash_key = "id"\n}\n';
const RECOVERED = TABLE.replace('}\n', '  point_in_time_recovery {\n    enabled = true\n  }\n}\n');
const ENCRYPTED = RECOVERED.replace(
  /\}\n$/,
  '  server_side_encryption {\n    enabled     = true\n    kms_key_arn = "arn:aws:kms:eu-west-1:1:key/a"\n  }\n}\n',
);

/** What a person does while the command waits; the watcher tells of a path as soon as it is written. */
interface Person {
  write(path: string, text: string): void;
  remove(path: string): void;
  move(from: string, to: string): void;
}

interface Watched {
  readonly code: number;
  /** What was written to each stream before the first step, and after each. */
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  /** The folders that were watched at the end, relative to the scanned one. */
  readonly folders: readonly string[];
}

/** Runs `tfwarden --watch` with a watcher that misses nothing in the folders it was told of, and hears of nothing else. */
async function watchWhile(
  files: Readonly<Record<string, string>>,
  steps: readonly ((person: Person) => void)[],
  { args = [], isTerminal = false }: { readonly args?: readonly string[]; readonly isTerminal?: boolean } = {},
): Promise<Watched> {
  const root = temporaryFolder({ '.git/HEAD': 'ref: refs/heads/main\n', ...files });
  const written = { stdout: [''], stderr: [''] };
  const add = (stream: 'stdout' | 'stderr', text: string): void => {
    written[stream].push((written[stream].pop() ?? '') + text);
  };
  const io: Io = {
    cwd: root,
    env: {},
    stdout: { write: (text) => add('stdout', text), isTerminal, columns: isTerminal ? 100 : undefined },
    stderr: { write: (text) => add('stderr', text), isTerminal: false, columns: undefined },
    readInput: () => '',
    now: () => new Date('2026-11-22T12:00:00Z'),
  };
  const command = findCommand('');
  if (command === undefined) throw new Error('the table has no scan command');
  const parsed = parseArguments(['--watch', ...args], command.flags);
  if ('problem' in parsed) throw new Error(parsed.problem);
  let watched: ReadonlySet<string> = new Set();
  const told: { tell?: (path: string) => void; end?: () => void } = {};
  const changed = (path: string): void => {
    if (watched.has(dirname(path))) told.tell?.(path);
  };
  const person: Person = {
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      // A folder that was made is told before the file in it.
      for (let at = join(root, path); at !== root; at = dirname(at)) changed(at);
    },
    remove(path) {
      rmSync(join(root, path), { recursive: true });
      changed(join(root, path));
    },
    move(from, to) {
      renameSync(join(root, from), join(root, to));
      changed(join(root, from));
      changed(join(root, to));
    },
  };
  const waiting = [...steps];
  const code = await watchCommand(
    { command, ...parsed, args: ['--watch', ...args], io },
    {
      watchFolders: (onChange) => {
        told.tell = onChange;
        return {
          watch(folders) {
            const before = watched;
            watched = new Set(folders);
            return [...watched].filter((folder) => !before.has(folder));
          },
          isWhole: () => true,
          close: () => undefined,
        };
      },
      onInterrupt: (callback) => void (told.end = callback),
      pause: () => Promise.resolve(),
      onRest() {
        const step = waiting.shift();
        if (step === undefined) return told.end?.();
        written.stdout.push('');
        written.stderr.push('');
        step(person);
      },
    },
  );
  return { code, ...written, folders: [...watched].map((folder) => folder.slice(root.length + 1)).toSorted() };
}

describe('without a terminal', () => {
  test('the whole report comes first, then what is new and what is gone', async () => {
    const { stdout, code } = await watchWhile({ 'main.tf': TABLE }, [
      (person) => person.write('main.tf', RECOVERED),
      (person) => person.write('main.tf', TABLE),
    ]);
    expect(stdout[0]).toContain('[aws-dynamodb-enable-recovery]');
    expect(stdout[0]).toContain('watching 1 file; Ctrl+C ends');
    expect(stdout[1]).toBe(
      '- MEDIUM aws-dynamodb-enable-recovery main.tf:1: `aws_dynamodb_table.orders` has no `point_in_time_recovery` block, so recovery is off\n= 1 finding, 0 new, 1 gone\n',
    );
    expect(stdout[2]).toBe(
      '+ MEDIUM aws-dynamodb-enable-recovery main.tf:1: `aws_dynamodb_table.orders` has no `point_in_time_recovery` block, so recovery is off\n= 2 findings, 1 new, 0 gone\n',
    );
    expect(code).toBe(EXIT_CODE.findings);
  });

  test('a file that counts for nothing, and one that is written without a change, are no news', async () => {
    const { stdout } = await watchWhile({ 'main.tf': TABLE }, [
      (person) => person.write('notes.md', 'to do'),
      (person) => person.write('main.tf', TABLE),
      (person) => person.write('main.tf', `\n\n${TABLE}`),
    ]);
    expect(stdout.slice(1)).toEqual(['', '', '= 2 findings, 0 new, 0 gone\n']);
  });

  test('a syntax error is told when it comes and when it goes', async () => {
    const { stdout, code } = await watchWhile({ 'main.tf': ENCRYPTED }, [
      (person) => person.write('main.tf', ENCRYPTED.replace(/\}\n$/, '')),
      (person) => person.write('main.tf', ENCRYPTED),
    ]);
    expect(stdout[1]).toMatch(/^\+ error main\.tf:\d+: .*\n= 0 findings, 0 new, 0 gone\n$/);
    expect(stdout[2]).toMatch(/^- error main\.tf:\d+: .*\n= 0 findings, 0 new, 0 gone\n$/);
    expect(code).toBe(EXIT_CODE.clean);
  });
});

test('on a terminal the whole report is shown anew, with the news in one line', async () => {
  const { stdout } = await watchWhile({ 'main.tf': RECOVERED }, [(person) => person.write('main.tf', TABLE)], {
    isTerminal: true,
  });
  expect(stdout[0]).not.toContain('\u001b[2J');
  expect(stdout[1]?.startsWith('\u001b[2J\u001b[3J\u001b[H')).toBe(true);
  expect(stdout[1]).toContain('aws-dynamodb-table-customer-key');
  expect(stdout[1]).toContain('since the last scan: 1 new (aws-dynamodb-enable-recovery main.tf:1)\n');
});

describe('what is watched', () => {
  const CALLS = 'module "tables" {\n  source = "../../modules/tables"\n}\n';

  test('folders of the configuration and of files that it reads, and nothing of .git or of packages', async () => {
    const { folders } = await watchWhile(
      {
        'live/orders/main.tf': `${CALLS}\nlocals {\n  policy = file("policies/queue.json")\n}\n\nresource "aws_sqs_queue_policy" "q" {\n  policy = local.policy\n}\n`,
        'modules/tables/main.tf': TABLE,
        'node_modules/x/main.tf': TABLE,
      },
      [],
    );
    expect(folders).toEqual([
      '',
      '.tfsec',
      '.tfwarden/checks',
      'live',
      'live/orders',
      'live/orders/policies',
      'modules',
      'modules/tables',
    ]);
  });

  test('folders that are made, moved and removed', async () => {
    const { stdout } = await watchWhile({ 'live/orders/main.tf': CALLS }, [
      (person) => person.write('modules/tables/main.tf', TABLE),
      (person) => person.write('modules/tables/main.tf', RECOVERED),
      (person) => person.move('modules', 'parts'),
      (person) => person.remove('parts'),
    ]);
    expect(stdout[0]).toContain('No problems');
    expect(stdout[1]).toContain('= 2 findings, 2 new, 0 gone\n');
    expect(stdout[2]).toContain('= 1 finding, 0 new, 1 gone\n');
    // The module is a root of its own in its new place, and the call leads nowhere.
    expect(stdout[3]).toMatch(/\+ error live\/orders\/main\.tf:2: .*\n(?:.*\n)*= 1 finding, 1 new, 1 gone\n$/);
    expect(stdout[4]).toContain('= 0 findings, 0 new, 1 gone\n');
  });

  test('an editor that writes a new file and renames it into place', async () => {
    const { stdout } = await watchWhile({ 'main.tf': TABLE }, [
      (person) => {
        person.write('.main.tf.swp', RECOVERED);
        person.move('.main.tf.swp', 'main.tf');
      },
    ]);
    expect(stdout[1]).toContain('= 1 finding, 0 new, 1 gone\n');
  });
});

const check = (severity: string): string =>
  `checks:\n  - code: ORDERS\n    description: Orders have tags\n    requiredTypes: [resource]\n    requiredLabels: [aws_dynamodb_table]\n    severity: ${severity}\n    matchSpec: { name: tags, action: isPresent }\n`;

describe('settings that change', () => {
  const BROKEN = 'minimum_severity: ENORMOUS\n';

  test('a configuration that is made, spoilt and mended', async () => {
    const { stdout, stderr, code } = await watchWhile({ 'main.tf': TABLE }, [
      (person) => person.write('tfwarden.yml', 'exclude: [aws-dynamodb-enable-recovery]\n'),
      (person) => person.write('tfwarden.yml', BROKEN),
      (person) => person.write('tfwarden.yml', 'minimum_severity: CRITICAL\n'),
    ]);
    expect(stdout[1]).toContain('= 1 finding, 0 new, 1 gone\n');
    expect(stdout[2]).toBe('');
    expect(stderr[2]).toContain('the configuration `tfwarden.yml` has mistakes');
    expect(stderr[2]).toContain('the next change is waited for');
    expect(stdout[3]).toContain('= 0 findings, 0 new, 1 gone\n');
    expect(code).toBe(EXIT_CODE.clean);
  });

  test('while they are wrong, other changes are not judged by what they were', async () => {
    const { stdout, code } = await watchWhile({ 'main.tf': TABLE }, [
      (person) => person.write('tfwarden.yml', BROKEN),
      (person) => person.write('main.tf', RECOVERED),
    ]);
    expect(stdout.slice(1)).toEqual(['', '']);
    expect(code).toBe(EXIT_CODE.failed);
  });

  test('custom checks, with mistakes too', async () => {
    const { stdout, stderr } = await watchWhile({ 'main.tf': RECOVERED }, [
      (person) => person.write('.tfsec/orders_tfchecks.yaml', check('HIGH')),
      (person) => person.write('.tfsec/orders_tfchecks.yaml', check('[')),
      (person) => person.remove('.tfsec'),
    ]);
    expect(stdout[1]).toContain('+ HIGH custom-custom-orders main.tf:1');
    expect(stderr[2]).toContain('orders_tfchecks.yaml');
    expect(stdout[3]).toContain('- HIGH custom-custom-orders main.tf:1');
  });

  test('a baseline keeps what it knows although it is gone for now', async () => {
    const baseline = JSON.stringify({ version: 1, findings: [] });
    const { stderr } = await watchWhile({ 'main.tf': TABLE, 'known.json': baseline }, [], {
      args: ['--baseline', 'known.json'],
    });
    expect(stderr.join('')).not.toContain('removed from');
  });
});

test.each([
  [['--out', 'report.txt'], '`--out` and `--watch` do not go together'],
  [['--write-baseline', 'known.json'], '`--write-baseline` and `--watch` do not go together'],
  [['--run-statistics'], '`--run-statistics` and `--watch` do not go together'],
  [['--format', 'sarif'], 'expected `--format lovely` or `--format text`, found `sarif`'],
])('%j is refused', async (args, message) => {
  const { code, stderr, stdout } = await watchWhile({ 'main.tf': TABLE }, [], { args });
  expect(code).toBe(EXIT_CODE.failed);
  expect(stderr[0]).toContain(message);
  expect(stdout).toEqual(['']);
});
