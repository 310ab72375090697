import type { Expression } from '@tfwarden/hcl';
import type {
  CheckDeclaration,
  LocalDeclaration,
  ModuleCallDeclaration,
  OutputDeclaration,
  ProviderDeclaration,
  ResourceDeclaration,
  VariableDeclaration,
} from '../configuration/module-configuration.ts';
import type { StaticModule } from './static-module.ts';

/** One thing of the static configuration that a walk visits, for all instances of its module at once. */
export type Vertex = VertexSubject & {
  /** Terraform's name for it in messages: `local.a (expand)`. */
  readonly label: string;
  /** The module it is visited in; of a call, the module that contains the call. */
  readonly module: StaticModule;
  readonly dependencies: Set<Vertex>;
};

export type VertexSubject =
  | { readonly kind: 'variable'; readonly declaration: VariableDeclaration }
  | { readonly kind: 'validation'; readonly declaration: VariableDeclaration }
  | { readonly kind: 'local'; readonly declaration: LocalDeclaration }
  | { readonly kind: 'output'; readonly declaration: OutputDeclaration }
  | { readonly kind: 'resource'; readonly declaration: ResourceDeclaration }
  | { readonly kind: 'call'; readonly declaration: ModuleCallDeclaration }
  | { readonly kind: 'close'; readonly declaration: ModuleCallDeclaration }
  | { readonly kind: 'provider'; readonly declaration: ProviderDeclaration }
  | { readonly kind: 'check'; readonly declaration: CheckDeclaration };

/** Expressions within a vertex, and names that `dynamic` blocks around them declare. */
export interface ScopedExpression {
  readonly expression: Expression;
  readonly iterators: ReadonlySet<string>;
}
