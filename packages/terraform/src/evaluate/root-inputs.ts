import type { Body, Diagnostic, Expression, ParsedFile, Value } from '@tfwarden/hcl';
import { evaluate, hasErrors, parseConfig, parseExpression, parseJson, SourceFile, stringValue } from '@tfwarden/hcl';
import { attributesOf } from '../configuration/all-attributes.ts';
import type { Folder } from '../configuration/folders.ts';
import type { ModuleConfiguration } from '../configuration/module-configuration.ts';
import { caution, problem } from '../configuration/problem.ts';
import type { FileSystem } from '../source/file-system.ts';
import { isProblem } from '../source/file-system.ts';
import type { VariableInputs } from './evaluation.ts';

/** Values that a user gave for the variables of a root module. */
export interface RootInputs {
  readonly values: ReadonlyMap<string, RootInput>;
  /** Problems of reading files and arguments at all; Terraform then looks at no value. */
  readonly reading: readonly Diagnostic[];
  /** All problems, those of values too. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface RootInput {
  readonly source: 'environment' | 'tfvars' | 'command-line';
  /** Undefined when the text given is in error. */
  readonly value: Value | undefined;
  /** The expression in a file; undefined for values from elsewhere. */
  readonly expression: Expression | undefined;
}

/** A value as it was given: only the last one given for a name is read, so that one in error may be replaced. */
type Given =
  | { readonly source: 'environment' | 'command-line'; readonly text: string }
  | { readonly source: 'tfvars'; readonly path: string; readonly expression: Expression };

/**
 * Gathers the values for a root's variables in Terraform's order, later ones winning: environment, `terraform.tfvars`,
 * `terraform.tfvars.json`, `*.auto.tfvars` and `*.auto.tfvars.json` by name, then `-var` and `-var-file` as they stand on the
 * command line (1.11.4, internal/command/meta_vars.go).
 */
export function gatherInputs(fileSystem: FileSystem, folder: Folder, inputs: VariableInputs): RootInputs {
  const gathering = new Gathering(fileSystem);
  for (const [name, text] of inputs.environment ?? []) gathering.given.set(name, { source: 'environment', text });
  for (const path of folder.variableFiles) gathering.addFile(path);
  for (const given of inputs.commandLine ?? []) {
    if (given.kind === 'value') gathering.addArgument(given.name, given.text);
    else gathering.addFile(given.path);
  }
  return gathering.read(folder.module);
}

/** How many undeclared names of files are told one by one. */
const MAX_UNDECLARED_WARNINGS = 2;

class Gathering {
  readonly given = new Map<string, Given>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #fileSystem: FileSystem;

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  addArgument(name: string, text: string): void {
    if (name.endsWith(' ')) {
      const detail = `Variable name "${name}" is invalid due to trailing space. Did you mean -var="${name.trimEnd()}=${text.trimStart()}"?`;
      this.#diagnostics.push(problem('invalid-input', 'Invalid -var option', detail));
      return;
    }
    this.given.set(name, { source: 'command-line', text });
  }

  addFile(path: string): void {
    const bytes = this.#fileSystem.read(path);
    if (isProblem(bytes)) {
      const detail =
        bytes.problem === 'missing'
          ? `Given variables file ${path} does not exist.`
          : `Given variables file ${path} could not be read: ${bytes.reason}.`;
      this.#diagnostics.push(problem('unreadable-variables', 'Failed to read variables file', detail));
      return;
    }
    const file = SourceFile.fromBytes(path, bytes);
    const result: { readonly parsed: ParsedFile; readonly diagnostics: readonly Diagnostic[] } = path.endsWith('.json')
      ? parseJson(file)
      : parseConfig(file);
    this.#diagnostics.push(...result.diagnostics);
    const { body } = result.parsed;
    if (body.kind === 'body') this.#refuseBlocks(body, path);
    for (const [name, { expression }] of attributesOf(body))
      this.given.set(name, { source: 'tfvars', path, expression });
  }

  /** Reads what was given as the variables of a module ask for. */
  read({ variables }: ModuleConfiguration): RootInputs {
    const reading = [...this.#diagnostics];
    const values = new Map<string, RootInput>();
    for (const [name, given] of this.given) {
      const declaration = variables.get(name);
      if (declaration === undefined) continue;
      const { source } = given;
      const expression = source === 'tfvars' ? given.expression : undefined;
      if (source !== 'tfvars' && declaration.parsing === 'literal') {
        values.set(name, { source, value: stringValue(given.text), expression });
        continue;
      }
      const diagnostics: Diagnostic[] = [];
      const value =
        source === 'tfvars'
          ? evaluate(given.expression, undefined, diagnostics)
          : readText(name, given.text, diagnostics);
      this.#diagnostics.push(...diagnostics);
      if (!hasErrors(diagnostics)) values.set(name, { source, value, expression });
    }
    this.#refuseUndeclared(variables);
    return { values, reading, diagnostics: this.#diagnostics };
  }

  /** Only the first block is told, a declaration before others. */
  #refuseBlocks({ blocks }: Body, path: string): void {
    const declaration = blocks.find(({ type, labels }) => type === 'variable' && labels.length === 1);
    if (declaration !== undefined) {
      const [name] = declaration.labels;
      const detail = `A .tfvars file is used to assign values to variables that have already been declared in .tf files, not to declare new variables. To declare variable "${name}", place this block in one of your .tf files, such as variables.tf.\n\nTo set a value for this variable in ${path}, use the definition syntax instead:\n    ${name} = <value>`;
      const summary = 'Variable declaration in .tfvars file';
      this.#diagnostics.push(problem('block-in-variables', summary, detail, declaration.typeRange));
      return;
    }
    const [block] = blocks;
    if (block === undefined) return;
    const summary = `Unexpected "${block.type}" block`;
    this.#diagnostics.push(problem('block-in-variables', summary, 'Blocks are not allowed here.', block.typeRange));
  }

  /** Variables of the environment are for whoever declares them; those of files are told, those of the command line refused. */
  #refuseUndeclared(variables: ModuleConfiguration['variables']): void {
    let inFiles = 0;
    for (const [name, given] of this.given) {
      if (variables.has(name) || given.source === 'environment') continue;
      if (given.source !== 'tfvars') {
        const detail = `A variable named "${name}" was assigned on the command line, but the root module does not declare a variable of that name. To use this value, add a "variable" block to the configuration.`;
        this.#diagnostics.push(problem('undeclared-input', 'Value for undeclared variable', detail));
        continue;
      }
      const problems: Diagnostic[] = [];
      evaluate(given.expression, undefined, problems);
      // Terraform says nothing of one in error.
      if (hasErrors(problems)) continue;
      if (++inFiles <= MAX_UNDECLARED_WARNINGS) {
        const detail = `The root module does not declare a variable named "${name}" but a value was found in file "${given.path}". If you meant to use this value, add a "variable" block to the configuration.\n\nTo silence these warnings, use TF_VAR_... environment variables to provide certain "global" settings to all configurations in your organization. To reduce the verbosity of these warnings, use the -compact-warnings option.`;
        this.#diagnostics.push(caution('undeclared-input', 'Value for undeclared variable', detail));
      }
    }
    if (inFiles > MAX_UNDECLARED_WARNINGS) {
      const detail = `In addition to the other similar warnings shown, ${inFiles - MAX_UNDECLARED_WARNINGS} other variable(s) defined without being declared.`;
      this.#diagnostics.push(caution('undeclared-input', 'Values for undeclared variables', detail));
    }
  }
}

/** The value of a text given as an expression. */
function readText(name: string, text: string, diagnostics: Diagnostic[]): Value | undefined {
  const parsed = parseExpression(new SourceFile(`<value for var.${name}>`, text));
  diagnostics.push(...parsed.diagnostics);
  return hasErrors(diagnostics) ? undefined : evaluate(parsed.expression, undefined, diagnostics);
}
