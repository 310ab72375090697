import type { Body, Range } from '@tfwarden/hcl';
import type { EvaluatedBody, ModuleInstance, ResourceInstance } from '@tfwarden/terraform';
import { AnyBlockView } from './block-view.ts';
import { findRelated } from './companions.ts';
import type { Lookup, Related } from './estate.ts';
import type { EstateIndex } from './estate-index.ts';
import type { Enclosing } from './place.ts';
import type { Answer } from './truth.ts';
import type { ResourceView } from './view.ts';

/** What the view of a resource is made of; providers, module calls and named values bring the same. */
export interface ResourceFacts {
  /** With the prefix of its class: `data.aws_ami`, `provider.aws`. */
  readonly type: string;
  readonly name: string;
  readonly address: string;
  readonly module: ModuleInstance;
  readonly isCertain: boolean;
  readonly headerRange: Range;
  readonly range: Range;
  readonly body: EvaluatedBody;
  readonly syntax: Body | undefined;
  /** Behind managed resources and data sources. */
  readonly instance: ResourceInstance | undefined;
}

export class TopLevelView extends AnyBlockView implements ResourceView {
  readonly facts: ResourceFacts;
  readonly estate: EstateIndex;

  constructor(estate: EstateIndex, facts: ResourceFacts) {
    super();
    this.estate = estate;
    this.facts = facts;
  }

  get resource(): ResourceView {
    return this;
  }

  get body(): EvaluatedBody {
    return this.facts.body;
  }

  get path(): string {
    return '';
  }

  /** A resource with an unknown `count` is judged as if it were there: what is written for it is wrong for each of its instances. */
  get exists(): Answer {
    return 'true';
  }

  get enclosing(): readonly Enclosing[] {
    return [this.facts];
  }

  get type(): string {
    return this.facts.type;
  }

  get labels(): readonly string[] {
    return [this.facts.type, this.facts.name];
  }

  get name(): string {
    return this.facts.name;
  }

  get address(): string {
    return this.facts.address;
  }

  get module(): ModuleInstance {
    return this.facts.module;
  }

  get isCertain(): boolean {
    return this.facts.isCertain;
  }

  get headerRange(): Range {
    return this.facts.headerRange;
  }

  get syntax(): Body | undefined {
    return this.facts.syntax;
  }

  relatedTo(type: string, attribute: string, lookup?: Lookup): Related {
    return findRelated(this, type, attribute, lookup);
  }
}
