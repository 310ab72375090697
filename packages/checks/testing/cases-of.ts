import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Check } from '../src/kit/check.ts';
import type { Case } from './parse-cases.ts';
import { parseCases } from './parse-cases.ts';

/** The edge cases beside a check; none when it has no cases file. @throws when the file is malformed */
export function casesOf(check: Check): readonly Case[] {
  const rule = check.id.slice(`${check.provider}-${check.service}-`.length);
  const path = fileURLToPath(new URL(`../src/${check.provider}/${check.service}/${rule}.cases.md`, import.meta.url));
  return existsSync(path) ? parseCases(readFileSync(path, 'utf8')) : [];
}
