import type { FileSystem } from '../source/file-system.ts';
import { isProblem } from '../source/file-system.ts';
import { joinPath } from '../source/path.ts';
import { decodeUtf8 } from '../source/utf8.ts';

/**
 * Where modules from elsewhere are on the disk. This is the seam for installers: `terraform init` leaves a manifest, a downloader
 * would give an implementation of its own.
 */
export interface InstalledModules {
  /**
   * @param root directory of the root module
   * @param key names of the calls from the root on, joined by dots: `network.subnets`
   * @returns the module's directory, relative to the boundary; undefined when it is not installed
   */
  find(root: string, key: string): string | undefined;
}

/** Reads the manifests that `terraform init` and `tofu init` leave in `.terraform/modules/modules.json` of each root. */
export function manifestModules(fileSystem: FileSystem): InstalledModules {
  const manifests = new Map<string, ReadonlyMap<string, string>>();
  return {
    find(root, key) {
      let manifest = manifests.get(root);
      if (manifest === undefined) manifests.set(root, (manifest = readManifest(fileSystem, root)));
      return manifest.get(key);
    },
  };
}

function readManifest(fileSystem: FileSystem, root: string): ReadonlyMap<string, string> {
  const directories = new Map<string, string>();
  const path = joinPath(root, '.terraform/modules/modules.json');
  const bytes = path === undefined ? undefined : fileSystem.read(path);
  if (bytes === undefined || isProblem(bytes)) return directories;
  const entries = readEntries(decodeUtf8(bytes));
  for (const entry of entries) {
    if (typeof entry !== 'object' || entry === null || !('Key' in entry) || !('Dir' in entry)) continue;
    const { Key: key, Dir: dir } = entry;
    if (typeof key !== 'string' || typeof dir !== 'string') continue;
    // Directories are relative to the root module; an absolute one is of another machine.
    const directory = dir.startsWith('/') ? undefined : joinPath(root, dir.replaceAll('\\', '/'));
    if (directory !== undefined && fileSystem.stat(directory) === 'directory') directories.set(key, directory);
  }
  return directories;
}

function readEntries(text: string | undefined): readonly unknown[] {
  if (text === undefined) return [];
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== 'object' || manifest === null || !('Modules' in manifest)) return [];
    return Array.isArray(manifest.Modules) ? manifest.Modules : [];
  } catch {
    return [];
  }
}
