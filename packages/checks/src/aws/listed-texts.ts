import type { Answer, AttributeView, BlockView, Fix } from '../kit/index.ts';
import { anyOf, edit } from '../kit/index.ts';

/** Whether a list has a text; unknown when an element that is not known may be it. */
export function listsText(list: AttributeView, text: string): Answer {
  const answer = anyOf(list.items().map((item) => item.equals(text)));
  return answer === 'false' && list.hasUnknownItems ? 'unknown' : answer;
}

/** Adds texts to a list of constants, or writes the list; undefined where the list is not a constant. */
export function addToList(block: BlockView, name: string, texts: readonly string[]): Fix | undefined {
  const present = block
    .attribute(name)
    .items()
    .map((item) => item.text());
  if (present.includes(undefined)) return undefined;
  const all = [...new Set([...present, ...texts])];
  return edit.setAttribute(block, name, `[${all.map((text) => JSON.stringify(text)).join(', ')}]`);
}
