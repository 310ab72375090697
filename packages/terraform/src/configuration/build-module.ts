import type { DecodedBlock, Diagnostic, ParsedFile, Range } from '@tfwarden/hcl';

import { decodeModuleCall } from './decode-module-call.ts';
import { decodeOutput } from './decode-output.ts';
import { decodeResource } from './decode-resource.ts';
import {
  decodeCheck,
  decodeImport,
  decodeLocals,
  decodeMoved,
  decodeProvider,
  decodeRemoved,
} from './decode-small-blocks.ts';
import { decodeVariable } from './decode-variable.ts';
import { readContent } from './decoded.ts';
import { mergeCall, mergeLocal, mergeOutput, mergeProvider, mergeResource, mergeVariable } from './merge-overrides.ts';
import type {
  CheckDeclaration,
  ImportDeclaration,
  LocalDeclaration,
  ModuleCallDeclaration,
  ModuleConfiguration,
  MovedDeclaration,
  OutputDeclaration,
  ProviderDeclaration,
  RemovedDeclaration,
  ResourceDeclaration,
  VariableDeclaration,
} from './module-configuration.ts';
import { resourceKey } from './module-configuration.ts';
import { describeRange, problem } from './problem.ts';
import { FILE_SCHEMA } from './schemas.ts';
import { SettingsBuilder } from './settings-builder.ts';
import { printTarget } from './target-address.ts';
import { toCall, toOutput, toVariable } from './to-declaration.ts';

/** One file of a module, parsed. */
export interface ModuleFile {
  readonly parsed: ParsedFile;
  readonly isOverride: boolean;
}

/**
 * Puts the declarations of a folder's files together: primary files first, each name once, then override files merged into them.
 * A block that cannot be read costs only itself.
 */
export function buildModule(
  directory: string,
  files: readonly ModuleFile[],
  diagnostics: Diagnostic[],
): ModuleConfiguration {
  const builder = new ModuleBuilder(diagnostics);
  for (const { parsed, isOverride } of files) {
    const content = readContent(parsed.body, FILE_SCHEMA, diagnostics);
    for (const block of content.blocks) builder.add(block, isOverride);
  }
  return builder.finish(directory);
}

class ModuleBuilder {
  readonly #diagnostics: Diagnostic[];
  readonly #variables = new Map<string, VariableDeclaration>();
  readonly #locals = new Map<string, LocalDeclaration>();
  readonly #outputs = new Map<string, OutputDeclaration>();
  readonly #calls = new Map<string, ModuleCallDeclaration>();
  readonly #resources = new Map<string, ResourceDeclaration>();
  readonly #providers = new Map<string, ProviderDeclaration>();
  readonly #checks = new Map<string, CheckDeclaration>();
  readonly #moved: MovedDeclaration[] = [];
  readonly #imports: ImportDeclaration[] = [];
  readonly #removed: RemovedDeclaration[] = [];
  readonly #settings: SettingsBuilder;
  #blockCount = 0;

  constructor(diagnostics: Diagnostic[]) {
    this.#diagnostics = diagnostics;
    this.#settings = new SettingsBuilder(diagnostics);
  }

  add(block: DecodedBlock, isOverride: boolean): void {
    const diagnostics = this.#diagnostics;
    this.#blockCount++;
    switch (block.type) {
      case 'terraform':
        this.#settings.add(block, isOverride);
        break;
      case 'required_providers': {
        const detail = 'A "required_providers" block must be nested inside a "terraform" block.';
        diagnostics.push(problem('misplaced-block', 'Invalid required_providers block', detail, block.typeRange));
        break;
      }
      case 'provider':
        this.#addProvider(decodeProvider(block, diagnostics), isOverride);
        break;
      case 'variable':
        this.#addVariable(block, isOverride);
        break;
      case 'locals':
        for (const local of decodeLocals(block, diagnostics)) this.#addLocal(local, isOverride);
        break;
      case 'output':
        this.#addOutput(block, isOverride);
        break;
      case 'module':
        this.#addCall(block, isOverride);
        break;
      case 'resource':
        this.#addResource(decodeResource(block, 'managed', isOverride, diagnostics), isOverride);
        break;
      case 'data':
        this.#addResource(decodeResource(block, 'data', isOverride, diagnostics), isOverride);
        break;
      case 'ephemeral':
        this.#addResource(decodeResource(block, 'ephemeral', isOverride, diagnostics), isOverride);
        break;
      case 'moved':
        this.#moved.push(decodeMoved(block, diagnostics));
        if (isOverride) this.#refuseOverride('moved', 'Records of moved objects', block);
        break;
      case 'import':
        this.#addImport(decodeImport(block, diagnostics));
        if (isOverride) this.#refuseOverride('import', 'Import blocks', block);
        break;
      case 'removed':
        this.#removed.push(decodeRemoved(block, diagnostics));
        break;
      case 'check':
        this.#addCheck(block, isOverride);
        break;
      default:
        break;
    }
  }

  finish(directory: string): ModuleConfiguration {
    return {
      directory,
      variables: this.#variables,
      locals: this.#locals,
      outputs: this.#outputs,
      calls: this.#calls,
      resources: this.#resources,
      providers: [...this.#providers.values()],
      checks: this.#checks,
      moved: this.#moved,
      imports: this.#imports,
      removed: this.#removed,
      settings: this.#settings.finish(),
      blockCount: this.#blockCount,
    };
  }

  #addVariable(block: DecodedBlock, isOverride: boolean): void {
    const written = decodeVariable(block, isOverride, this.#diagnostics);
    const name = block.labels[0] ?? '';
    const existing = this.#variables.get(name);
    if (isOverride) {
      if (existing === undefined) this.#noBase('variable', `variable named "${name}"`, block);
      else this.#variables.set(name, mergeVariable(existing, written, this.#diagnostics));
      return;
    }
    if (existing !== undefined) {
      this.#duplicate(
        'Duplicate variable declaration',
        `A variable named "${name}" was already declared at ${describeRange(existing.headerRange)}. Variable names must be unique within a module.`,
        block.headerRange,
      );
    }
    this.#variables.set(name, toVariable(written));
  }

  #addLocal(local: LocalDeclaration, isOverride: boolean): void {
    const existing = this.#locals.get(local.name);
    if (isOverride) {
      if (existing === undefined) {
        this.#diagnostics.push(
          problem(
            'no-base-for-override',
            'Missing base local value definition to override',
            `There is no local value named "${local.name}". An override file can only override a local value that was already defined in a primary configuration file.`,
            local.range,
          ),
        );
      } else {
        this.#locals.set(local.name, mergeLocal(existing, local));
      }
      return;
    }
    if (existing !== undefined) {
      this.#duplicate(
        'Duplicate local value definition',
        `A local value named "${local.name}" was already defined at ${describeRange(existing.range)}. Local value names must be unique within a module.`,
        local.range,
      );
    }
    this.#locals.set(local.name, local);
  }

  #addOutput(block: DecodedBlock, isOverride: boolean): void {
    const written = decodeOutput(block, isOverride, this.#diagnostics);
    const name = block.labels[0] ?? '';
    const existing = this.#outputs.get(name);
    if (isOverride) {
      if (existing === undefined) {
        this.#noBase('output', `output named "${name}"`, block);
      } else {
        this.#outputs.set(name, mergeOutput(existing, written, this.#diagnostics));
      }
      return;
    }
    if (existing !== undefined) {
      this.#duplicate(
        'Duplicate output definition',
        `An output named "${name}" was already defined at ${describeRange(existing.headerRange)}. Output names must be unique within a module.`,
        block.headerRange,
      );
    }
    this.#outputs.set(name, toOutput(written));
  }

  #addCall(block: DecodedBlock, isOverride: boolean): void {
    const written = decodeModuleCall(block, isOverride, this.#diagnostics);
    const name = block.labels[0] ?? '';
    const existing = this.#calls.get(name);
    if (isOverride) {
      if (existing === undefined) this.#noBase('module', `module call named "${name}"`, block);
      else this.#calls.set(name, mergeCall(existing, written, this.#diagnostics));
      return;
    }
    if (existing !== undefined) {
      this.#duplicate(
        'Duplicate module call',
        `A module call named "${name}" was already defined at ${describeRange(existing.headerRange)}. Module calls must have unique names within a module.`,
        block.headerRange,
      );
    }
    this.#calls.set(name, toCall(written));
  }

  #addResource(resource: ResourceDeclaration, isOverride: boolean): void {
    const { mode, type, name } = resource;
    const key = resourceKey(mode, type, name);
    const existing = this.#resources.get(key);
    if (isOverride) {
      if (existing !== undefined) {
        this.#resources.set(key, mergeResource(existing, resource, this.#diagnostics));
        return;
      }
      const what = mode === 'managed' ? 'resource' : mode === 'data' ? 'data resource' : 'ephemeral resource';
      this.#diagnostics.push(
        problem(
          'no-base-for-override',
          `Missing ${what === 'resource' ? 'resource' : what} to override`,
          `There is no ${type} ${what} named "${name}". An override file can only override a ${mode === 'managed' ? 'resource' : mode} block defined in a primary configuration file.`,
          resource.headerRange,
        ),
      );
      return;
    }
    if (existing !== undefined) {
      const word = mode === 'managed' ? 'resource' : mode;
      const what = mode === 'managed' ? 'resource' : `${mode} resource`;
      const scope = resource.check === undefined ? '' : ', including within check blocks';
      this.#duplicate(
        `Duplicate ${word} "${existing.type}" configuration`,
        `A ${existing.type} ${what} named "${existing.name}" was already declared at ${describeRange(existing.headerRange)}. Resource names must be unique per type in each module${scope}.`,
        resource.headerRange,
      );
      return;
    }
    this.#resources.set(key, resource);
  }

  #addProvider(provider: ProviderDeclaration, isOverride: boolean): void {
    const { type, alias } = provider;
    const key = alias === undefined ? type : `${type}.${alias}`;
    const existing = this.#providers.get(key);
    if (isOverride) {
      // A provider without a configuration has an implied empty one to override.
      this.#providers.set(key, existing === undefined ? provider : mergeProvider(existing, provider));
      return;
    }
    if (existing !== undefined) {
      const at = describeRange(existing.headerRange);
      this.#duplicate(
        'Duplicate provider configuration',
        alias === undefined
          ? `A default (non-aliased) provider configuration for "${type}" was already given at ${at}. If multiple configurations are required, set the "alias" argument for alternative configurations.`
          : `A provider configuration for "${type}" with alias "${alias}" was already given at ${at}. Each configuration for the same provider must have a distinct alias.`,
        provider.headerRange,
      );
      return;
    }
    this.#providers.set(key, provider);
  }

  #addCheck(block: DecodedBlock, isOverride: boolean): void {
    const { check, data } = decodeCheck(block, isOverride, this.#diagnostics);
    if (isOverride) return;
    if (data !== undefined) this.#addResource(data, false);
    const existing = this.#checks.get(check.name);
    if (existing !== undefined) {
      this.#duplicate(
        `Duplicate check "${existing.name}" configuration`,
        `A check block named "${existing.name}" was already declared at ${describeRange(existing.headerRange)}. Check blocks must be unique within each module.`,
        check.headerRange,
      );
      return;
    }
    this.#checks.set(check.name, check);
  }

  #addImport(declaration: ImportDeclaration): void {
    const { target, to } = declaration;
    const address = target && printTarget(target);
    const existing = this.#imports.find((other) => other.target !== undefined && printTarget(other.target) === address);
    if (existing !== undefined && address !== undefined) {
      this.#diagnostics.push(
        problem(
          'duplicate-import',
          `Duplicate import configuration for "${address}"`,
          `An import block for the resource "${address}" was already declared at ${describeRange(existing.headerRange)}. A resource can have only one import block.`,
          to,
        ),
      );
    }
    this.#imports.push(declaration);
  }

  #refuseOverride(type: string, what: string, block: DecodedBlock): void {
    this.#diagnostics.push(
      problem(
        'unsupported-override',
        `Cannot override '${type}' blocks`,
        `${what} can appear only in normal files, not in override files.`,
        block.headerRange,
      ),
    );
  }

  #duplicate(summary: string, detail: string, subject: Range): void {
    this.#diagnostics.push(problem('duplicate-declaration', summary, detail, subject));
  }

  #noBase(kind: string, what: string, block: DecodedBlock): void {
    const words = NO_BASE[kind];
    if (words === undefined) return;
    this.#diagnostics.push(
      problem('no-base-for-override', words.summary, `There is no ${what}. ${words.rest}`, block.headerRange),
    );
  }
}

const NO_BASE: Readonly<Record<string, { readonly summary: string; readonly rest: string }>> = {
  variable: {
    summary: 'Missing base variable declaration to override',
    rest: 'An override file can only override a variable that was already declared in a primary configuration file.',
  },
  output: {
    summary: 'Missing base output definition to override',
    rest: 'An override file can only override an output that was already defined in a primary configuration file.',
  },
  module: {
    summary: 'Missing module call to override',
    rest: 'An override file can only override a module call that was defined in a primary configuration file.',
  },
};
