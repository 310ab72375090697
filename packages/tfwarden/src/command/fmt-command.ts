import { realpathSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { format, renderDiff } from '@tfwarden/hcl';
import { toPosix } from '../node/locate.ts';
import { readTextFile, replaceTextFile, walkFiles } from '../node/walk-files.ts';
import { EXIT_CODE } from './exit-code.ts';
import type { Invocation } from './run.ts';

const ENDINGS: readonly string[] = [
  '.tf',
  '.tofu',
  '.tfvars',
  '.tftest.hcl',
  '.tofutest.hcl',
  '.tfmock.hcl',
  '.tofumock.hcl',
];

/** `tfwarden fmt`: formats in place, or says what would change. */
export async function fmtCommand(invocation: Invocation): Promise<number> {
  const { io, values, positionals } = invocation;
  if (positionals.length === 1 && positionals[0] === '-') {
    let input: string;
    try {
      input = io.readInput();
    } catch (error) {
      // A folder, or nothing at all.
      io.stderr.write(
        `tfwarden: standard input cannot be read: ${error instanceof Error ? error.message : String(error)}\n`,
      );
      return EXIT_CODE.failed;
    }
    const formatted = format(input);
    if (typeof formatted === 'string') {
      io.stdout.write(formatted);
      return EXIT_CODE.clean;
    }
    for (const diagnostic of formatted)
      io.stderr.write(`tfwarden: <stdin>: ${diagnostic.summary}: ${diagnostic.detail}\n`);
    return EXIT_CODE.failed;
  }

  const cwd = realpathSync(io.cwd);
  const files: string[] = [];
  for (const path of positionals.length === 0 ? ['.'] : positionals) {
    const absolute = resolve(io.cwd, path);
    try {
      if (statSync(absolute).isDirectory()) files.push(...walkFiles(realpathSync(absolute), ENDINGS));
      else files.push(realpathSync(absolute));
    } catch {
      io.stderr.write(`tfwarden: there is no file or folder \`${path}\`\n`);
      return EXIT_CODE.failed;
    }
  }

  let changed = 0;
  let failed = 0;
  const fail = (path: string, problem: string): void => {
    failed++;
    io.stderr.write(`tfwarden: ${path}: ${problem}\n`);
  };
  for (const file of new Set(files)) {
    const shown = toPosix(relative(cwd, file));
    const read = readTextFile(file);
    if ('problem' in read) {
      fail(shown, read.problem);
      continue;
    }
    const formatted = format(read.text);
    if (typeof formatted !== 'string') {
      for (const diagnostic of formatted) {
        const line = diagnostic.subject?.file.lineOf(diagnostic.subject.start);
        fail(line === undefined ? shown : `${shown}:${line}`, `${diagnostic.summary}: ${diagnostic.detail}`);
      }
      continue;
    }
    if (formatted === read.text) continue;
    changed++;
    io.stdout.write(values.isOn('diff') ? renderDiff(read.text, formatted, shown) : `${shown}\n`);
    if (values.isOn('check')) continue;
    const problem = replaceTextFile(file, formatted);
    if (problem !== undefined) fail(shown, problem);
  }
  if (failed > 0) return EXIT_CODE.failed;
  return changed > 0 && values.isOn('check') ? EXIT_CODE.findings : EXIT_CODE.clean;
}
