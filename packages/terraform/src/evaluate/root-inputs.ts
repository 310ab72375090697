import type { AnyBody, Diagnostic, Expression, ParsedFile, Value } from '@tfwarden/hcl';
import { evaluate, hasErrors, parseConfig, parseExpression, parseJson, SourceFile, stringValue } from '@tfwarden/hcl';
import { attributesOf } from '../configuration/all-attributes.ts';
import type { ModuleConfiguration } from '../configuration/module-configuration.ts';
import { caution, problem } from '../configuration/problem.ts';
import type { FileSystem } from '../source/file-system.ts';
import { isProblem } from '../source/file-system.ts';
import type { Folder } from '../configuration/folders.ts';
import type { VariableInputs } from './evaluation.ts';

/** Values that a user gave for the variables of a root module. */
export interface RootInputs {
  readonly values: ReadonlyMap<string, RootInput>;
  /** Problems of reading them. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface RootInput {
  readonly source: 'environment' | 'tfvars' | 'command-line';
  /** Undefined when the text given is in error. */
  readonly value: Value | undefined;
  /** The expression in a file; undefined for values from elsewhere. */
  readonly expression: Expression | undefined;
}

/**
 * Gathers the values for a root's variables in Terraform's order, later ones winning: environment, `terraform.tfvars`,
 * `terraform.tfvars.json`, `*.auto.tfvars` and `*.auto.tfvars.json` by name, then `-var` and `-var-file` as they stand on the
 * command line (1.11.4, internal/command/meta_vars.go).
 */
export function gatherInputs(fileSystem: FileSystem, folder: Folder, inputs: VariableInputs): RootInputs {
  const gathering = new Gathering(fileSystem, folder.module);
  for (const [name, text] of inputs.environment ?? []) gathering.addText(name, text, 'environment');
  for (const path of folder.variableFiles) gathering.addFile(path);
  for (const given of inputs.commandLine ?? []) {
    if (given.kind === 'value') gathering.addText(given.name, given.text, 'command-line');
    else gathering.addFile(given.path);
  }
  return { values: gathering.values, diagnostics: gathering.diagnostics };
}

/** How many undeclared names of files are told one by one. */
const MAX_UNDECLARED_WARNINGS = 2;

class Gathering {
  readonly values = new Map<string, RootInput>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #fileSystem: FileSystem;
  readonly #module: ModuleConfiguration;
  #undeclared = 0;

  constructor(fileSystem: FileSystem, module: ModuleConfiguration) {
    this.#fileSystem = fileSystem;
    this.#module = module;
  }

  /** Reads a text as the variable's type asks for: as a string, or as an expression. */
  addText(name: string, text: string, source: 'environment' | 'command-line'): void {
    const declaration = this.#module.variables.get(name);
    if (source === 'command-line' && name.endsWith(' ')) {
      const detail = `Variable name "${name}" is invalid due to trailing space. Did you mean -var="${name.trimEnd()}=${text.trimStart()}"?`;
      this.diagnostics.push(problem('invalid-input', 'Invalid -var option', detail));
      return;
    }
    if (declaration === undefined) {
      // Variables of the environment are for whoever declares them.
      if (source === 'environment') return;
      this.diagnostics.push(
        problem(
          'undeclared-input',
          'Value for undeclared variable',
          `A variable named "${name}" was assigned on the command line, but the root module does not declare a variable of that name. To use this value, add a "variable" block to the configuration.`,
        ),
      );
      return;
    }
    if (declaration.parsing === 'literal') {
      this.values.set(name, { source, value: stringValue(text), expression: undefined });
      return;
    }
    const parsed = parseExpression(new SourceFile(`<value for var.${name}>`, text));
    const diagnostics = [...parsed.diagnostics];
    const value = hasErrors(diagnostics) ? undefined : evaluate(parsed.expression, undefined, diagnostics);
    this.diagnostics.push(...diagnostics);
    if (hasErrors(diagnostics)) this.values.delete(name);
    else this.values.set(name, { source, value, expression: undefined });
  }

  addFile(path: string): void {
    const bytes = this.#fileSystem.read(path);
    if (isProblem(bytes)) {
      const detail =
        bytes.problem === 'missing'
          ? `Given variables file ${path} does not exist.`
          : `Given variables file ${path} could not be read: ${bytes.reason}.`;
      this.diagnostics.push(problem('unreadable-variables', 'Failed to read variables file', detail));
      return;
    }
    const file = SourceFile.fromBytes(path, bytes);
    const result: { readonly parsed: ParsedFile; readonly diagnostics: readonly Diagnostic[] } = path.endsWith('.json')
      ? parseJson(file)
      : parseConfig(file);
    this.diagnostics.push(...result.diagnostics);
    const { body } = result.parsed;
    if (body.kind === 'body') this.#refuseBlocks(body, path);
    for (const [name, attribute] of attributesOf(body)) {
      if (!this.#module.variables.has(name)) {
        this.#warnUndeclared(name, path);
        continue;
      }
      const diagnostics: Diagnostic[] = [];
      const value = evaluate(attribute.expression, undefined, diagnostics);
      this.diagnostics.push(...diagnostics);
      if (hasErrors(diagnostics)) this.values.delete(name);
      else this.values.set(name, { source: 'tfvars', value, expression: attribute.expression });
    }
  }

  #refuseBlocks(body: AnyBody & { readonly kind: 'body' }, path: string): void {
    for (const block of body.blocks) {
      const isDeclaration = block.type === 'variable' && block.labels[0] !== undefined;
      const detail = isDeclaration
        ? `A .tfvars file is used to assign values to variables that have already been declared in .tf files, not to declare new variables. To declare variable "${block.labels[0]}", place this block in one of your .tf files, such as variables.tf.\n\nTo set a value for this variable in ${path}, use the definition syntax instead:\n    ${block.labels[0]} = <value>`
        : 'Blocks are not allowed here.';
      const summary = isDeclaration ? 'Variable declaration in .tfvars file' : `Unexpected "${block.type}" block`;
      this.diagnostics.push(problem('block-in-variables', summary, detail, block.typeRange));
    }
  }

  #warnUndeclared(name: string, path: string): void {
    this.#undeclared++;
    if (this.#undeclared > MAX_UNDECLARED_WARNINGS) {
      const last = this.diagnostics.findIndex(({ summary }) => summary === 'Values for undeclared variables');
      if (last >= 0) this.diagnostics.splice(last, 1);
      this.diagnostics.push(
        caution(
          'undeclared-input',
          'Values for undeclared variables',
          'In addition to the other similar warnings shown, 1 other variable(s) defined without being declared.'.replace(
            '1 other',
            `${this.#undeclared - MAX_UNDECLARED_WARNINGS} other`,
          ),
        ),
      );
      return;
    }
    this.diagnostics.push(
      caution(
        'undeclared-input',
        'Value for undeclared variable',
        `The root module does not declare a variable named "${name}" but a value was found in file "${path}". If you meant to use this value, add a "variable" block to the configuration.\n\nTo silence these warnings, use TF_VAR_... environment variables to provide certain "global" settings to all configurations in your organization. To reduce the verbosity of these warnings, use the -compact-warnings option.`,
      ),
    );
  }
}
