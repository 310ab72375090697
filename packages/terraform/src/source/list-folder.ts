import type { DirectoryEntry, FileProblem, FileSystem } from './file-system.ts';
import { isProblem } from './file-system.ts';
import { joinPath } from './path.ts';
import type { SkippedFile } from './skipped-file.ts';

/** The files of one folder that mean something to Terraform or OpenTofu; all paths are relative to the boundary. */
export interface FolderListing {
  /** Configuration files in the order of their names. */
  readonly primary: readonly string[];
  /** `override.tf`, `*_override.tf` and the like, in the order of their names. */
  readonly overrides: readonly string[];
  /** `terraform.tfvars`, then `terraform.tfvars.json`, then `*.auto.tfvars` and `*.auto.tfvars.json` by name: later ones win. */
  readonly variableFiles: readonly string[];
  /** Names of folders within, in order. */
  readonly folders: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

/** Kinds of configuration file, and what OpenTofu puts in the place of each. */
const EXTENSIONS: readonly { readonly ending: string; readonly replacedBy: string | undefined }[] = [
  { ending: '.tf.json', replacedBy: '.tofu.json' },
  { ending: '.tofu.json', replacedBy: undefined },
  { ending: '.tf', replacedBy: '.tofu' },
  { ending: '.tofu', replacedBy: undefined },
];

/** Lists a folder. Dot files and editor backups are left out as Terraform leaves them out, without a word. */
export function listFolder(fileSystem: FileSystem, directory: string): FolderListing | FileProblem {
  const entries = fileSystem.list(directory);
  if (isProblem(entries)) return entries;
  const names = new Set(entries.map((entry) => entry.name));
  const primary: string[] = [];
  const overrides: string[] = [];
  const folders: string[] = [];
  const skipped: SkippedFile[] = [];
  for (const entry of entries) {
    if (entry.kind === 'directory') {
      folders.push(entry.name);
      continue;
    }
    const extension = isIgnored(entry.name) ? undefined : extensionOf(entry.name);
    if (extension === undefined) continue;
    const path = pathOf(directory, entry.name);
    const base = entry.name.slice(0, -extension.ending.length);
    const replacement = extension.replacedBy && base + extension.replacedBy;
    if (replacement !== undefined && names.has(replacement)) {
      skipped.push({ path, reason: `replaced by ${replacement}, as OpenTofu does` });
    } else if (entry.kind === 'other') {
      skipped.push({ path, reason: 'neither a file nor a folder that may be read' });
    } else if (base === 'override' || base.endsWith('_override')) {
      overrides.push(path);
    } else {
      primary.push(path);
    }
  }
  return { primary, overrides, variableFiles: listVariableFiles(entries, directory), folders, skipped };
}

/** Whether a name is that of a configuration file that Terraform would read. */
export function isConfigurationFile(name: string): boolean {
  return !isIgnored(name) && extensionOf(name) !== undefined;
}

function extensionOf(name: string): (typeof EXTENSIONS)[number] | undefined {
  return EXTENSIONS.find(({ ending }) => name.endsWith(ending));
}

/** Terraform's `IsIgnoredFile`: dot files, and backups of vim and emacs. */
function isIgnored(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~') || (name.startsWith('#') && name.endsWith('#'));
}

function listVariableFiles(entries: readonly DirectoryEntry[], directory: string): readonly string[] {
  const files = entries.filter((entry) => entry.kind === 'file').map((entry) => entry.name);
  const first = ['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => files.includes(name));
  const automatic = files.filter((name) => name.endsWith('.auto.tfvars') || name.endsWith('.auto.tfvars.json'));
  return [...first, ...automatic].map((name) => pathOf(directory, name));
}

function pathOf(directory: string, name: string): string {
  return joinPath(directory, name) ?? name;
}
