import type { Body, Expression, Range } from '@tfwarden/hcl';
import { walkExpression } from '@tfwarden/hcl';
import type { ResourceView } from '../../kit/index.ts';
import { findSecretInScript, UNKNOWN_PIECE } from '../../kit/index.ts';

/** A text in the code that holds a secret of a known form. */
export interface WrittenSecret {
  readonly range: Range;
  /** Types of the blocks around it, outermost first, and the argument: `connection.host_key`. */
  readonly path: string;
  /** What it is, for a message: `an AWS access key`. */
  readonly secret: string;
}

/**
 * A part of every form that is looked for. It is asked of the whole text of a block first, since hardly any has one.
 * Keep in step with the forms of `findSecret`.
 */
const HINT =
  /AKIA|ASIA|ABIA|ACCA|secret|gh[opusr]_|github_pat_|glpat-|xox|hooks\.slack|AIza|[rs]k_live_|SG\.|npm_|PRIVATE KEY|eyJ|password/i;

/** Instances of `count` and `for_each` share their body; it is searched once. */
const ofBodies = new WeakMap<Body, readonly WrittenSecret[]>();

/** The same of what has no body in native syntax, such as variables and locals, by the header that all instances have. */
const ofHeaders = new WeakMap<Range, readonly WrittenSecret[]>();

/**
 * The secrets that are written in a resource, provider, module call, variable or local, in nested blocks and in parts of lists and
 * templates too. What comes from elsewhere is found there. Nothing is evaluated.
 */
export function writtenSecretsIn(subject: ResourceView): readonly WrittenSecret[] {
  const { syntax } = subject;
  if (syntax !== undefined) {
    let found = ofBodies.get(syntax);
    if (found === undefined) {
      found = HINT.test(syntax.file.text.slice(syntax.start, syntax.end)) ? searchBody(syntax) : [];
      ofBodies.set(syntax, found);
    }
    return found;
  }
  let found = ofHeaders.get(subject.headerRange);
  if (found === undefined) {
    found = searchAttributes(subject);
    ofHeaders.set(subject.headerRange, found);
  }
  return found;
}

function searchAttributes(subject: ResourceView): readonly WrittenSecret[] {
  const found: WrittenSecret[] = [];
  for (const name of subject.attributeNames) {
    const { expression } = subject.attribute(name);
    // The value of a variable stands in the call or in a file of values; only the default is written at the variable.
    if (expression !== undefined && (subject.type !== 'variable' || name === 'default')) {
      searchExpression(expression, name, found);
    }
  }
  return found;
}

function searchBody(root: Body): readonly WrittenSecret[] {
  const found: WrittenSecret[] = [];
  const pending: { readonly body: Body; readonly prefix: string }[] = [{ body: root, prefix: '' }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { body, prefix } = next;
    for (const { name, expression } of body.attributes) searchExpression(expression, prefix + name, found);
    for (const block of body.blocks) pending.push({ body: block.body, prefix: `${prefix}${block.type}.` });
  }
  return found;
}

function searchExpression(expression: Expression, path: string, found: WrittenSecret[]): void {
  const { file, start, end } = expression;
  if (!HINT.test(file.text.slice(start, end))) return;
  // A template in a string of JSON has offsets of its own, so the string is the place.
  let string: Range | undefined;
  walkExpression(expression, {
    json(node) {
      string = node;
    },
    template(template) {
      const text = template.parts.map(pieceOf).join('');
      const secret = findSecretInScript(text, looksGenerated);
      if (secret !== undefined) found.push({ range: string ?? template, path, secret });
    },
  });
}

function pieceOf(part: Expression): string {
  return part.kind === 'literal' && part.value.kind === 'string' ? part.value.value : UNKNOWN_PIECE;
}

/** A password rather than a word of a sentence ("password: see the vault"). */
function looksGenerated(text: string): boolean {
  return text.length >= 8 && /[0-9]/.test(text) && /[A-Za-z]/.test(text);
}
