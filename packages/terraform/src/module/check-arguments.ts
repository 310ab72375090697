import type { BodySchema, Diagnostic } from '@tfwarden/hcl';
import { decodeBody } from '@tfwarden/hcl';
import type { ModuleCallDeclaration, ModuleConfiguration } from '../configuration/module-configuration.ts';

/** Checks the arguments of a module call against the variables that the module declares. Every instance of the caller makes the same call. */
export function checkArguments(declaration: ModuleCallDeclaration, module: ModuleConfiguration): readonly Diagnostic[] {
  const known = CHECKED.get(declaration);
  if (known?.module === module) return known.diagnostics;
  const diagnostics = findProblems(declaration, module);
  CHECKED.set(declaration, { module, diagnostics });
  return diagnostics;
}

const CHECKED = new WeakMap<
  ModuleCallDeclaration,
  { readonly module: ModuleConfiguration; readonly diagnostics: readonly Diagnostic[] }
>();

function findProblems(declaration: ModuleCallDeclaration, module: ModuleConfiguration): readonly Diagnostic[] {
  const variables = [...module.variables.values()];
  const attributes = variables.map(({ name, defaultValue }) => ({ name, required: defaultValue === undefined }));
  const declared = attributes.map(({ name }) => ({ name }));
  const { remain } = decodeBody(declaration.body, META, { partial: true });
  // With an override file, what is not declared is passed over, as in Terraform.
  const partial = declaration.isOverridden;
  const content = decodeBody(remain, { attributes: declared }, { partial });
  // Arguments may also come from an override file or an escape block, so what is missing is decided by all of them.
  const missing = decodeBody(declaration.body, { attributes }, { partial: true }).diagnostics.filter(
    ({ detail }) => !variables.some(({ name }) => declaration.arguments.has(name) && detail.includes(`"${name}"`)),
  );
  return [...missing, ...content.diagnostics];
}

const META: BodySchema = {
  attributes: ['source', 'version', 'count', 'for_each', 'depends_on', 'providers'].map((name) => ({ name })),
  blocks: [
    { type: '_', labelNames: [] },
    { type: 'lifecycle', labelNames: [] },
    { type: 'locals', labelNames: [] },
    { type: 'provider', labelNames: ['type'] },
  ],
};
