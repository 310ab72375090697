import fc from 'fast-check';

/** Texts by path. */
export type Files = ReadonlyMap<string, string>;

/** One edit, made of numbers so that it means something for any files. */
export interface Edit {
  readonly kind: (typeof KINDS)[number] | 'word' | 'line';
  /** Choose the file, the place in it and what is put there. */
  readonly file: number;
  readonly place: number;
  readonly choice: number;
}

/** What an edit made, and what a watcher would tell of it. */
export interface Edited {
  readonly files: Files;
  readonly changes: readonly string[];
}

const KINDS = [
  'value',
  'value',
  'value',
  'value',
  'text',
  'block',
  'copy-block',
  'rename',
  'source',
  'comment',
  'cut',
  'delete',
  'restore',
  'move',
  'move-folder',
  'copy-folder',
  'add',
  'nothing',
] as const;

export function edits(): fc.Arbitrary<Edit> {
  return fc.record({
    kind: fc.constantFrom(...KINDS),
    file: fc.nat(10_000),
    place: fc.nat(10_000),
    choice: fc.nat(10_000),
  });
}

/** Edits after which the configuration has no problem, most often. */
export function smallEdits(): fc.Arbitrary<Edit> {
  return fc.record({
    kind: fc.constantFrom(
      'value',
      'value',
      'value',
      'word',
      'word',
      'comment',
      'restore',
      'restore',
      'copy-block',
      'block',
      'line',
    ),
    file: fc.nat(10_000),
    place: fc.nat(10_000),
    choice: fc.nat(10_000),
  });
}

/** @param originals  what files that were deleted or spoilt go back to */
export function applyEdit(files: Files, edit: Edit, originals: Readonly<Record<string, string>>): Edited {
  const paths = [...files.keys()];
  const path = pick(paths, edit.file);
  const text = path === undefined ? undefined : files.get(path);
  if (path === undefined || text === undefined) return restore(files, edit, originals);
  const write = (changed: string): Edited => ({ files: new Map([...files, [path, changed]]), changes: [path] });
  switch (edit.kind) {
    case 'value': {
      const change = pick(VALUES, edit.choice) ?? VALUES[0];
      const place = pick([...text.matchAll(change.from)], edit.place);
      return place === undefined ? write(text) : write(splice(text, place, change.to));
    }
    case 'text': {
      const place = pick([...text.matchAll(/"[\w./-]+"/g)], edit.place);
      return place === undefined ? write(text) : write(splice(text, place, pick(TEXTS, edit.choice) ?? ''));
    }
    case 'word': {
      const place = pick([...text.matchAll(WORDS)], edit.place);
      return place === undefined ? write(text) : write(splice(text, place, pick(OTHER_WORDS, edit.choice) ?? ''));
    }
    case 'line': {
      // An argument that may be left out is.
      const place = pick([...text.matchAll(/^ +[a-z_]+ += .*\n/gm)], edit.place);
      return place === undefined ? write(text) : write(splice(text, place, ''));
    }
    case 'block': {
      const block = pick([...text.matchAll(BLOCK)], edit.place);
      return block === undefined ? write(text) : write(splice(text, block, ''));
    }
    case 'copy-block': {
      const block = pick([...text.matchAll(BLOCK)], edit.place);
      return block === undefined
        ? write(text)
        : write(`${text}\n${block[0].replace(/"(\w+)" \{/, `"copy_${edit.choice % 3}" {`)}`);
    }
    case 'rename': {
      const names = [...new Set([...text.matchAll(/\b(?:var|local|module)\.(\w+)/g)].map((found) => found[1] ?? ''))];
      const name = pick(names, edit.place);
      return name === undefined
        ? write(text)
        : write(text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `${name}_${edit.choice % 2}`));
    }
    case 'source': {
      const place = pick([...text.matchAll(/(?<=source +=? ?)"[^"]*"/g)], edit.place);
      return place === undefined ? write(text) : write(splice(text, place, pick(SOURCES, edit.choice) ?? ''));
    }
    case 'comment': {
      const lines = text.split('\n');
      lines.splice(edit.place % lines.length, 0, pick(COMMENTS, edit.choice) ?? '');
      return write(lines.join('\n'));
    }
    case 'cut': {
      const start = edit.place % (text.length + 1);
      return write(text.slice(0, start) + text.slice(start + 1 + (edit.choice % 5)));
    }
    case 'delete':
      return { files: without(files, [path]), changes: [path] };
    case 'restore':
      return restore(files, edit, originals);
    case 'move': {
      const target = folderOf(path) + (pick(NAMES, edit.choice) ?? 'x.tf');
      const moved = new Map([...without(files, [path]), [target, text] as const]);
      return { files: moved, changes: [path, target] };
    }
    case 'move-folder':
    case 'copy-folder': {
      const folder = folderOf(path);
      const target = pick(FOLDERS, edit.choice) ?? 'live/new/';
      const inside = paths.filter((other) => other.startsWith(folder));
      const copies = inside.map((other) => [target + other.slice(folder.length), files.get(other) ?? ''] as const);
      const rest = edit.kind === 'move-folder' ? without(files, inside) : files;
      // A watcher may name the folders only.
      return { files: new Map([...rest, ...copies]), changes: [folder.slice(0, -1) || '.', target.slice(0, -1)] };
    }
    case 'add': {
      const [name, added] = pick(ADDED, edit.choice) ?? ADDED[0];
      const target = folderOf(path) + name;
      return { files: new Map([...files, [target, added]]), changes: [target] };
    }
    case 'nothing':
      return { files, changes: edit.choice % 2 === 0 ? [] : [path, 'no/such/file.tf'] };
  }
}

/** Replacements that mean something to checks, one of them chosen. */
const VALUES: readonly [Replacement, ...Replacement[]] = [
  { from: /\btrue\b/g, to: 'false' },
  { from: /\bfalse\b/g, to: 'true' },
  { from: /"(?:10|192)\.[\d./]+"/g, to: '"0.0.0.0/0"' },
  { from: /"0\.0\.0\.0\/0"/g, to: '"10.0.0.0/8"' },
  { from: /\bvar\.\w+/g, to: 'null' },
  { from: /\b(?:local|module)\.\w+(?:\.\w+)?/g, to: '"fixed"' },
  { from: /"Enabled"/g, to: '"Suspended"' },
  { from: /"production"/g, to: '"staging"' },
  { from: /\b\d+\b/g, to: '22' },
  { from: /"(?:optional|required)"/g, to: 'var.tokens' },
  { from: /"[a-z0-9]+:\*"/g, to: '"s3:GetObject"' },
  { from: /default +=.*/g, to: '' },
  { from: /toset\(.*\)|local\.network/g, to: 'toset(["orders", "x"])' },
  { from: /for_each *= .*/g, to: 'count = 2' },
];

interface Replacement {
  readonly from: RegExp;
  readonly to: string;
}

const BLOCK = /^(?:resource|module|variable|output|locals|data|provider)\b[^\n]*\{\n[\s\S]*?\n\}\n/gm;
const WORDS =
  /"(?:orders|returns|logs|audit|assets|aws:kms|AES256|Enabled|Suspended|private|public-read|s3:[\w*]+|\*)"/g;
const OTHER_WORDS = [
  '"orders"',
  '"returns"',
  '"logs"',
  '"aws:kms"',
  '"AES256"',
  '"Enabled"',
  '"private"',
  '"public-read"',
  '"s3:GetObject"',
  '"s3:*"',
  '"*"',
];
const TEXTS = [
  '"orders"',
  '"*"',
  '"arn:aws:s3:::orders"',
  'module.storage.bucket',
  'var.name',
  '"${each.key}"',
  'aws_s3_bucket.data.id',
];
const SOURCES = [
  '"../../modules/storage"',
  '"../../modules/network"',
  '"../naming"',
  '"./nowhere"',
  '"../storage"',
  '"acme/vpc/aws"',
  'var.source',
  '"."',
];
const COMMENTS = [
  '#tfsec:ignore:*',
  '# tfsec:ignore:aws-s3-enable-versioning',
  '# tfsec:ignore:no-such-check',
  '# a remark',
  '// trivy:ignore:aws-iam-no-policy-wildcards',
  '/* open',
];
const NAMES = ['renamed.tf', 'main.tofu', 'z_override.tf', 'gone.txt', 'zz.auto.tfvars', 'main.tf.json', 'queue.json'];
const FOLDERS = [
  'live/new/',
  'modules/naming/',
  'modules/network/',
  'live/production/',
  'live/staging/',
  'modules/copy/',
  '.hidden/',
];
const ADDED: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['more.tf', 'resource "aws_s3_bucket" "more" {\n  bucket = "more"\n}\n'],
  [
    'override.tf',
    'resource "aws_s3_bucket_versioning" "data" {\n  versioning_configuration {\n    status = "Disabled"\n  }\n}\n',
  ],
  ['x.auto.tfvars', 'office = "0.0.0.0/0"\nnames = ["a", "b"]\nnew = 1\n'],
  ['terraform.tfvars', 'environment = "development"\ncidrs = ["0.0.0.0/0"]\n'],
  ['.terraform/modules/modules.json', '{"Modules":[{"Key":"elsewhere","Dir":"../../modules/network"}]}'],
  ['tables/more.json', '{ "name": "more" }\n'],
  ['main.tofu', 'resource "aws_sqs_queue" "tofu" {\n}\n'],
  [
    'related.tf',
    'resource "aws_s3_bucket_versioning" "x" {\n  bucket = module.storage.bucket\n  versioning_configuration {\n    status = "Enabled"\n  }\n}\n',
  ],
  ['broken.tf', 'resource "aws_s3_bucket" {\n  bucket = \n'],
  ['binary.tf', 'a\u0000b'],
];

function restore(files: Files, edit: Edit, originals: Readonly<Record<string, string>>): Edited {
  const lost = Object.entries(originals).filter(([path, text]) => files.get(path) !== text);
  const back = pick(lost, edit.place);
  return back === undefined ? { files, changes: [] } : { files: new Map([...files, back]), changes: [back[0]] };
}

function without(files: Files, paths: readonly string[]): Map<string, string> {
  const rest = new Map(files);
  for (const path of paths) rest.delete(path);
  return rest;
}

/** With the slash; empty at the top. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function splice(text: string, found: RegExpMatchArray, replacement: string): string {
  const start = found.index ?? 0;
  return text.slice(0, start) + replacement + text.slice(start + found[0].length);
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)];
}
