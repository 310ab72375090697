import { type Diagnostic, SourceFile } from '@tfwarden/hcl';
import type { DataNode } from './data-node.ts';

/**
 * Reads a JSON or YAML file with positions. The reader of the format is loaded when it is needed.
 * @param name  its ending decides: `.json`, else YAML
 */
export async function readData(
  name: string,
  text: string,
): Promise<{ readonly node: DataNode } | { readonly diagnostic: Diagnostic }> {
  const file = new SourceFile(name, text);
  return name.toLowerCase().endsWith('.json')
    ? (await import('./read-json.ts')).readJson(file)
    : (await import('./read-yaml.ts')).readYaml(file);
}
