import type { Span } from '../../text';
import type { StatementType } from '../model';

const QUOTED = /[“«„]|["”»]|(?<![\p{L}\p{N}])[‘']|``|''/u;

/** Cues that report that something was not said or is not known. */
const NONCLAIM =
  /\b(?:(?:not|n[’']t|cannot|never|no) (?:\w+ ){0,3}(?:comment\w*|confirm\w*|specif\w+|elaborat\w+|provid\w+|disclos\w+|identif\w+|verif\w+|clear|known|immediately|respon\w+|say|detail\w*|reveal\w*|offer\w*)|(?:declin\w+|refus\w+|unable|fail\w+) to (?:\w+ ){0,2}(?:comment|confirm|specify|elaborate|provide|disclose|identify|verify|respond|say|answer|discuss|detail|reveal)|unclear|unknown)\b/iu;

/**
 * How a statement gives its content.
 * @param content the content spans; direct where every word stands between quotation marks, mixed where some do
 */
export function statementType(prose: string, cue: readonly Span[], content: readonly Span[]): StatementType {
  if (NONCLAIM.test(cue.map((c) => prose.slice(c.start, c.end)).join(' '))) return 'nonclaim';
  const marks = content.map((c) => quotedPart(prose.slice(c.start, c.end)));
  if (marks.every((m) => m === 'all')) return 'direct';
  return marks.every((m) => m === 'none') ? 'indirect' : 'mixed';
}

function quotedPart(text: string): 'all' | 'some' | 'none' {
  if (!QUOTED.test(text)) return 'none';
  const outside = text.replace(/[“«„"][^“”«»„"]*(?:[”»"]|$)/gu, ' ');
  return /[\p{L}\p{N}]/u.test(outside) ? 'some' : 'all';
}
