import type { FileSystem } from '@tfwarden/terraform';
import type { ScanSettings } from './settings.ts';

/** Leaves out excluded folders, which a module call may still lead to, and the variables that Terraform loads by itself when they are not wanted. */
export function hideFromWalk(fileSystem: FileSystem, settings: ScanSettings): FileSystem {
  return {
    read: (path) => fileSystem.read(path),
    stat: (path) => fileSystem.stat(path),
    list(path) {
      const entries = fileSystem.list(path);
      if ('problem' in entries) return entries;
      const prefix = path === '.' ? '' : `${path}/`;
      return entries.filter((entry) =>
        entry.kind === 'directory'
          ? !settings.isPathExcluded(prefix + entry.name)
          : !settings.noAutoVariables || !AUTO_VARIABLES.test(entry.name),
      );
    },
  };
}

const AUTO_VARIABLES = /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/;
