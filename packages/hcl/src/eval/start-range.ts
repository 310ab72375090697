import type { Expression } from '../syntax/tree.ts';
import type { Range } from '../text/range.ts';
import { rangeBetween } from '../text/range.ts';

/** Where diagnostics about an expression as a whole point to when its whole range is too wide: hashicorp/hcl's `StartRange`. */
export function startRange(expression: Expression): Range {
  let current = expression;
  for (;;) {
    switch (current.kind) {
      case 'conditional':
        current = current.condition;
        break;
      case 'binary':
        current = current.left;
        break;
      case 'parentheses':
        current = current.inner;
        break;
      case 'templateJoin':
        current = current.tuple;
        break;
      case 'template': {
        const [first] = current.parts;
        if (first === undefined) return current;
        current = first;
        break;
      }
      case 'functionCall':
        return rangeBetween(current.nameRange, current.openRange);
      case 'index':
      case 'tuple':
      case 'object':
      case 'for':
        return current.openRange;
      case 'splat':
        return current.markerRange;
      case 'unary':
        return current.symbolRange;
      case 'json':
        return 'openRange' in current.node ? current.node.openRange : current.node;
      case 'literal':
      case 'scopeTraversal':
      case 'relativeTraversal':
      case 'splatItem':
      case 'templateWrap':
      case 'syntaxError':
        return current;
    }
  }
}
