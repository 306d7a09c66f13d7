import { isLineBreak } from './characters';

/** About the microseconds that reading with remark may take; an article takes some ten thousand. */
const BUDGET = 300_000;

/** Costs of what stands in a Markdown text, in about microseconds each, measured with remark-parse 11 (docs/decisions/0011). */
const COST = {
  char: 1.2,
  line: 40,
  mark: 40,
  markPair: 0.05,
  nesting: 80,
  underline: 100,
  underlinePair: 0.5,
};

const INLINE_MARKS = '*_~`[]<&!\\|';

/**
 * Whether remark-parse reads this text in reasonable time: it is superlinear in nesting, in emphasis marks and brackets of one
 * paragraph and in underlined headings, and slow on very many lines. One linear pass that adds up an estimate.
 */
export function isAffordable(source: string): boolean {
  let cost = source.length * COST.char;
  let marks = 0;
  let underlines = 0;
  for (let start = 0; start < source.length && cost <= BUDGET;) {
    const prefix = readPrefix(source, start);
    cost += COST.line + prefix.nesting * COST.nesting;
    let i = prefix.end;
    const blank = isLineEnd(source, i);
    const first = source.charAt(i);
    let same = true;
    for (; !isLineEnd(source, i); i++) {
      const char = source.charAt(i);
      if (INLINE_MARKS.includes(char)) marks++;
      same &&= char === first;
    }
    if (blank || i >= source.length) {
      cost += marks * COST.mark + marks * marks * COST.markPair;
      marks = 0;
    } else if (same && (first === '=' || first === '-')) underlines++;
    start = i + 1;
  }
  cost += marks * COST.mark + marks * marks * COST.markPair;
  return cost + underlines * COST.underline + underlines * underlines * COST.underlinePair <= BUDGET;
}

function isLineEnd(source: string, i: number): boolean {
  return i >= source.length || isLineBreak(source.charCodeAt(i));
}

/** The list and quotation marks and spaces that a line starts with, and how deep they can nest its text. */
function readPrefix(source: string, start: number): { readonly end: number; readonly nesting: number } {
  let i = start;
  let marks = 0;
  for (; !isLineEnd(source, i); i++) {
    const char = source.charAt(i);
    if ('>-*+.)'.includes(char)) marks++;
    else if (char !== ' ' && char !== '\t' && (char < '0' || char > '9')) break;
  }
  return { end: i, nesting: marks === 0 ? 0 : marks + (i - start) / 2 - 1 };
}
