import { isLineBreak, isSpace } from './characters';

/** The lines of a text that hold more than white space, as columns, trimmed. */
export interface Lines {
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** How many line breaks stand in front of the line since the last one (CR LF counts once); 1 means: the very next line. */
  readonly gap: Uint32Array;
}

/** Finds the lines of `text`; every sort of line break counts (see {@link isLineBreak}). Linear. */
export function readLines(text: string): Lines {
  const starts: number[] = [];
  const ends: number[] = [];
  const gaps: number[] = [];
  let gap = 0;
  let start = -1;
  let end = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0x0a;
    if (code > 0x20 && code < 0x7f) {
      if (start < 0) start = i;
      end = i + 1;
    } else if (isLineBreak(code)) {
      if (start >= 0) {
        starts.push(start);
        ends.push(end);
        gaps.push(gap);
        start = -1;
        gap = 0;
      }
      if (code !== 0x0a || text.charCodeAt(i - 1) !== 0x0d) gap++;
      if (code === 0x0c || code === 0x2029) gap++;
    } else if (!isSpace(code)) {
      if (start < 0) start = i;
      end = i + 1;
    }
  }
  return {
    count: starts.length,
    start: Uint32Array.from(starts),
    end: Uint32Array.from(ends),
    gap: Uint32Array.from(gaps),
  };
}
