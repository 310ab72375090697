import type { Diagnostic, Expression, Range, Value } from '@tfwarden/hcl';
import { DYNAMIC, unknownValue } from '@tfwarden/hcl';
import { staticReferences } from '../configuration/static-references.ts';
import type { AttributeSyntax } from './body-shape.ts';
import { evaluateIn, evaluateNow } from './evaluate-in.ts';
import { explainAttribute } from './explain.ts';
import type { Frame } from './frame.ts';
import type { EvaluatedAttribute, Hop } from './instance.ts';
import type { Node } from './node.ts';
import { Requirements } from './requirements.ts';

const NO_DIAGNOSTICS: readonly Diagnostic[] = [];

/** An attribute of a body in one frame: evaluated when its value is first read. */
export class AttributeNode implements Node, EvaluatedAttribute {
  readonly syntax: AttributeSyntax;
  readonly frame: Frame;
  readonly label: string;
  state: Node['state'] = 'new';
  #requirements: Requirements | undefined;
  #value: Value | undefined;
  #diagnostics: readonly Diagnostic[] = NO_DIAGNOSTICS;

  /** @param label how the resource or block it belongs to is named in a cycle */
  constructor(syntax: AttributeSyntax, frame: Frame, label: string) {
    this.syntax = syntax;
    this.frame = frame;
    this.label = label;
    const { expression } = syntax;
    if (expression.kind === 'literal') {
      this.#value = expression.value;
      this.state = 'done';
    }
  }

  get name(): string {
    return this.syntax.name;
  }

  get range(): Range {
    return this.syntax;
  }

  get place(): Range {
    return this.syntax;
  }

  get nameRange(): Range {
    return this.syntax.nameRange;
  }

  get expression(): Expression {
    return this.syntax.expression;
  }

  get value(): Value {
    if (this.state !== 'done') this.frame.engine.evaluate(this);
    return this.#value ?? unknownValue(DYNAMIC);
  }

  get diagnostics(): readonly Diagnostic[] {
    if (this.state !== 'done') this.frame.engine.evaluate(this);
    return this.#diagnostics;
  }

  next(): Node | undefined {
    if (staticReferences(this.expression).length === 0) return undefined;
    this.#requirements ??= new Requirements(this.expression, this.frame);
    return this.#requirements.next();
  }

  compute(): void {
    this.#requirements = undefined;
    const diagnostics: Diagnostic[] = [];
    this.#value = evaluateIn(this.expression, this.frame, diagnostics);
    if (diagnostics.length > 0) {
      this.#diagnostics = diagnostics;
      for (const diagnostic of diagnostics) this.frame.engine.reportOnce(diagnostic);
    }
  }

  abandon(): void {
    this.#requirements = undefined;
    this.#value = unknownValue(DYNAMIC);
  }

  explain(): readonly Hop[] {
    return explainAttribute(this);
  }

  evaluate(part: Expression): Value {
    return evaluateNow(part, this.frame, []);
  }
}
