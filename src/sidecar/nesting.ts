import { CST, Lexer } from 'yaml';

/** A sidecar needs five levels. */
const MAX_DEPTH = 32;

const INDICATORS: ReadonlySet<string> = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind']);

/**
 * Where a YAML text is nested more deeply than anything we write, or -1. Parsing is recursive and builds one regular expression a
 * level: 2,000 opening brackets end the whole process, not only the call, so nothing is parsed before this was asked.
 */
export function tooDeepAt(text: string): number {
  let offset = 0;
  let flow = 0;
  let indicators = 0;
  let spaces = 0;
  let atLineStart = true;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === 'flow-map-start' || type === 'flow-seq-start') flow++;
    else if (type === 'flow-map-end' || type === 'flow-seq-end') flow = Math.max(0, flow - 1);
    else if (type !== null && INDICATORS.has(type)) indicators++;
    else if (type === 'newline') [indicators, spaces] = [0, 0];
    else if (type === 'space' && atLineStart) spaces = token.length;
    atLineStart = type === 'newline' || (atLineStart && type === 'space');
    const deep = flow > MAX_DEPTH || (flow === 0 && indicators > MAX_DEPTH);
    if (deep || (spaces > 8 * MAX_DEPTH && indicators > 0)) return offset;
    if (type !== 'doc-mode' && type !== 'flow-error-end' && type !== 'scalar') offset += token.length;
  }
  return -1;
}
