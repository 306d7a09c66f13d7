import type { ProseMask } from './prose-mask';

const ESCAPE_OR_REFERENCE =
  /\\[!-/:-@[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/g;

/**
 * Hides, in a stretch of Markdown text, the backslashes of escapes (`\*` leaves `*`) and character references (`&nbsp;`; of
 * `&amp;` the `&` stays, all others leave only space, so that words beside them stay apart).
 */
export function hideEscapes(source: string, start: number, end: number, mask: ProseMask): void {
  ESCAPE_OR_REFERENCE.lastIndex = 0;
  for (const match of source.slice(start, end).matchAll(ESCAPE_OR_REFERENCE)) {
    const at = start + match.index;
    const isEscape = match[0].startsWith('\\');
    if (isEscape) mask.hide(at, at + 1);
    else mask.hide(match[0] === '&amp;' ? at + 1 : at, at + match[0].length);
  }
}
