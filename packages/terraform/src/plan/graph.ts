import type { Expression, ScopeTraversal } from '@tfwarden/hcl';
import type { CheckRule } from '../configuration/module-configuration.ts';
import { resourceKey } from '../configuration/module-configuration.ts';
import { parseReference } from '../configuration/reference.ts';
import { staticReferences } from '../configuration/static-references.ts';
import { builtinSchema } from '../evaluate/builtin-schema.ts';
import { expressionsIn } from './body-expressions.ts';
import type { StaticModule } from './static-module.ts';
import { modulesOf } from './static-module.ts';
import type { Vertex, VertexSubject } from './vertex.ts';

/** Builds the graph of what a configuration declares; edges run from what needs to what is needed. */
export function buildGraph(root: StaticModule): readonly Vertex[] {
  const graph = new GraphBuilder();
  const modules = modulesOf(root);
  for (const module of modules) graph.addModule(module);
  for (const module of modules) graph.connectModule(module);
  return graph.vertices;
}

class GraphBuilder {
  readonly vertices: Vertex[] = [];
  readonly #byName = new Map<StaticModule, Map<string, Vertex>>();

  addModule(module: StaticModule): void {
    const { module: configuration } = module.folder;
    const prefix = module.path.map((name) => `module.${name}.`).join('');
    this.#byName.set(module, new Map());
    const isRoot = module.parent === undefined;
    for (const [name, declaration] of configuration.variables) {
      const label = isRoot ? `var.${name}` : `${prefix}var.${name} (expand)`;
      this.#add(module, `var.${name}`, label, { kind: 'variable', declaration });
      if (declaration.validations.length > 0) {
        const validation = { kind: 'validation', declaration } as const;
        this.#add(module, `validation.${name}`, `${prefix}var.${name} (validation)`, validation);
      }
    }
    for (const [name, declaration] of configuration.locals) {
      this.#add(module, `local.${name}`, `${prefix}local.${name} (expand)`, { kind: 'local', declaration });
    }
    for (const declaration of configuration.providers) {
      const { type, alias } = declaration;
      const name = alias === undefined ? type : `${type}.${alias}`;
      this.#add(module, `provider.${name}`, `${prefix}provider.${name}`, { kind: 'provider', declaration });
    }
    for (const [key, declaration] of configuration.resources) {
      this.#add(module, `resource.${key}`, `${prefix}${key}`, { kind: 'resource', declaration });
    }
    for (const [name, declaration] of configuration.calls) {
      this.#add(module, `module.${name}`, `${prefix}module.${name} (expand)`, { kind: 'call', declaration });
      this.#add(module, `close.${name}`, `${prefix}module.${name} (close)`, { kind: 'close', declaration });
    }
    for (const [name, declaration] of configuration.outputs) {
      this.#add(module, `output.${name}`, `${prefix}output.${name} (expand)`, { kind: 'output', declaration });
    }
    for (const [name, declaration] of configuration.checks) {
      this.#add(module, `check.${name}`, `${prefix}check.${name} (expand)`, { kind: 'check', declaration });
    }
  }

  connectModule(module: StaticModule): void {
    const expansion = module.parent && this.#find(module.parent, `module.${module.path.at(-1)}`);
    const close = module.parent && this.#find(module.parent, `close.${module.path.at(-1)}`);
    for (const vertex of this.#byName.get(module)?.values() ?? []) {
      if (expansion !== undefined) vertex.dependencies.add(expansion);
      close?.dependencies.add(vertex);
      this.#connect(vertex);
    }
  }

  #connect(vertex: Vertex): void {
    const { module } = vertex;
    const refer = (expression: Expression | undefined, from = module, ignored?: ReadonlySet<string>): void => {
      if (expression === undefined) return;
      for (const traversal of staticReferences(expression)) {
        if (ignored?.has(traversal.root.name) === true) continue;
        for (const target of this.#targets(traversal, from, vertex)) {
          if (target !== undefined && target !== vertex) vertex.dependencies.add(target);
        }
      }
    };
    const referRules = (rules: readonly CheckRule[]): void => {
      for (const { condition, errorMessage } of rules) {
        refer(condition);
        refer(errorMessage);
      }
    };
    switch (vertex.kind) {
      case 'variable':
        if (module.parent !== undefined) {
          refer(module.call?.arguments.get(vertex.declaration.name)?.expression, module.parent);
        }
        break;
      case 'validation': {
        const own = this.#find(module, `var.${vertex.declaration.name}`);
        if (own !== undefined) vertex.dependencies.add(own);
        referRules(vertex.declaration.validations);
        break;
      }
      case 'local':
        refer(vertex.declaration.expression);
        break;
      case 'output':
        refer(vertex.declaration.expression);
        referRules(vertex.declaration.preconditions);
        for (const dependency of vertex.declaration.dependsOn) refer(dependency);
        break;
      case 'resource': {
        const { declaration } = vertex;
        const schema = builtinSchema(declaration.mode, declaration.type);
        for (const body of [declaration.body, ...declaration.overrides]) {
          for (const { expression, iterators } of expressionsIn(body, schema)) refer(expression, module, iterators);
        }
        for (const dependency of declaration.dependsOn) refer(dependency);
        break;
      }
      case 'provider':
        for (const { expression, iterators } of expressionsIn(vertex.declaration.body)) {
          refer(expression, module, iterators);
        }
        break;
      case 'call':
        refer(vertex.declaration.count);
        refer(vertex.declaration.forEach);
        for (const dependency of vertex.declaration.dependsOn) refer(dependency);
        break;
      case 'close': {
        const expansion = this.#find(module, `module.${vertex.declaration.name}`);
        if (expansion !== undefined) vertex.dependencies.add(expansion);
        break;
      }
      case 'check':
        referRules(vertex.declaration.asserts);
        break;
    }
  }

  #targets(traversal: ScopeTraversal, module: StaticModule, from: Vertex): readonly (Vertex | undefined)[] {
    const reference = parseReference(traversal);
    switch (reference.kind) {
      case 'var': {
        const { name } = reference;
        // What uses a variable waits until it is validated; the rules themselves cannot.
        const isOwn = from.kind === 'validation' && from.module === module && from.declaration.name === name;
        return [this.#find(module, `var.${name}`), isOwn ? undefined : this.#find(module, `validation.${name}`)];
      }
      case 'local':
        return [this.#find(module, `local.${reference.name}`)];
      case 'resource':
        return [this.#find(module, `resource.${resourceKey(reference.mode, reference.type, reference.name)}`)];
      case 'module': {
        const child = module.children.get(reference.name);
        const output =
          reference.output === undefined ? undefined : child && this.#find(child, `output.${reference.output}`);
        return [output ?? this.#find(module, `close.${reference.name}`)];
      }
      case 'each':
      case 'count':
      case 'path':
      case 'terraform':
      case 'self':
      case 'invalid':
        return [];
    }
  }

  #add(module: StaticModule, name: string, label: string, subject: VertexSubject): void {
    const vertex: Vertex = { ...subject, label, module, dependencies: new Set() };
    this.vertices.push(vertex);
    this.#byName.get(module)?.set(name, vertex);
  }

  #find(module: StaticModule, name: string): Vertex | undefined {
    return this.#byName.get(module)?.get(name);
  }
}
