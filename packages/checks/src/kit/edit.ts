import type { Body } from '@tfwarden/hcl';
import type { Edit, Fix } from './fix.ts';
import { dedent } from './hcl-text.ts';
import type { BlockView, ResourceView } from './view.ts';

/** Folders of downloaded modules; what is there is not ours to mend. */
const FOREIGN_FOLDERS = /(?:^|\/)\.(?:terraform|terragrunt-cache)\//;

/**
 * Fixes as data. Each function gives undefined where a fix would be a guess: in blocks that `dynamic` generates, in JSON, in downloaded
 * modules, and where the present value is not a constant. `report.fail({ fix: undefined })` is a finding without a fix.
 */
export const edit: {
  /**
   * Sets an attribute to HCL text. Blocks on the path that are certainly missing are written too.
   * @param path `enabled`, or `server_side_encryption.enabled`
   */
  setAttribute(block: BlockView, path: string, expression: string): Fix | undefined;
  removeAttribute(block: BlockView, name: string): Fix | undefined;
  /** Appends a block at the end of the body, unless `dynamic` generates blocks of its type. @param text the whole block */
  appendBlock(block: BlockView, text: string): Fix | undefined;
  /** Removes a nested block. */
  removeBlock(parent: BlockView, block: BlockView): Fix | undefined;
  /**
   * Adds a resource of another type, with the same name, behind a resource. Not for instances of `count` and `for_each`, where a
   * reference needs a key, and not where the module declares such a resource already, created or not.
   * @param body of the new resource
   */
  appendResource(resource: ResourceView, type: string, body: string): Fix | undefined;
  /** All edits together; undefined when one of them is. */
  all(...fixes: readonly (Fix | undefined)[]): Fix | undefined;
  /** Marks a fix that a person should look at, with the reason. */
  withCaution(fix: Fix | undefined, caution: string): Fix | undefined;
} = {
  setAttribute(block, path, expression) {
    const steps = path.split('.');
    const name = steps.pop() ?? path;
    let parent = block;
    while (steps.length > 0) {
      const next = parent.block(steps[0] ?? '');
      if (next === undefined) return appendNested(parent, steps, name, expression);
      parent = next;
      steps.shift();
    }
    const body = editableBody(parent);
    if (body === undefined) return undefined;
    const present = parent.attribute(name);
    if (present.isWritten && !present.isLiteral) return undefined;
    return fixOf({ kind: 'setAttribute', body, name, expression });
  },

  removeAttribute(block, name) {
    const body = editableBody(block);
    if (body === undefined || !block.attribute(name).isLiteral) return undefined;
    return fixOf({ kind: 'removeAttribute', body, name });
  },

  appendBlock(block, text) {
    const body = editableBody(block);
    return body && !generates(body, text) ? fixOf({ kind: 'appendBlock', body, text: dedent(text) }) : undefined;
  },

  removeBlock(parent, block) {
    const body = editableBody(parent);
    const inner = editableBody(block);
    return body && inner && fixOf({ kind: 'removeBlock', body, block: inner });
  },

  appendResource(resource, type, body) {
    const after = resource.enclosing.at(-1)?.range;
    if (after === undefined || editableBody(resource) === undefined || resource.address.endsWith(']')) return undefined;
    // In a module that is called several times the other calls may have theirs by another name.
    const isShared = resource.module.parent !== undefined;
    if (resource.estate.isDeclared(resource.module, type, isShared ? undefined : resource.name)) return undefined;
    const text = `resource "${type}" "${resource.name}" {\n${indented(dedent(body))}}\n`;
    return fixOf({ kind: 'insertAfter', after, text });
  },

  all(...fixes) {
    const edits: Edit[] = [];
    const cautions: string[] = [];
    for (const fix of fixes) {
      if (fix === undefined) return undefined;
      edits.push(...fix.edits);
      if (fix.caution !== undefined) cautions.push(fix.caution);
    }
    const [first, ...rest] = edits;
    return first && { edits: [first, ...rest], caution: cautions.length > 0 ? cautions.join('; ') : undefined };
  },

  withCaution(fix, caution) {
    return fix && { ...fix, caution };
  },
};

function appendNested(parent: BlockView, steps: readonly string[], name: string, expression: string): Fix | undefined {
  if (parent.mayHaveBlock(steps[0] ?? '') !== 'false' || parent.attribute(steps[0] ?? '').isWritten) return undefined;
  let text = `${name} = ${expression}\n`;
  for (const step of steps.toReversed()) text = `${step} {\n${indented(text)}}\n`;
  return edit.appendBlock(parent, text);
}

/**
 * Whether `dynamic` generates blocks of the type of this one. It gives none here, but another call of the module, or other values of its
 * variables, may have it give one, and then there are two.
 */
function generates(body: Body, text: string): boolean {
  const type = /^\s*([A-Za-z_][\w-]*)/.exec(text)?.[1];
  return body.blocks.some((block) => block.type === 'dynamic' && block.labels[0] === type);
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

function editableBody(block: BlockView): Body | undefined {
  const { syntax } = block;
  return syntax === undefined || FOREIGN_FOLDERS.test(syntax.file.name) ? undefined : syntax;
}

function fixOf(...edits: readonly [Edit, ...Edit[]]): Fix {
  return { edits, caution: undefined };
}
