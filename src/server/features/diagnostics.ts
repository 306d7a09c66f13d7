import type { Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Session } from '../session';
import { current, labelInWords } from '../session';
import type { Conflict } from './conflicts';
import { conflictsOf, firstOfEach } from './conflicts';

const SEVERITIES = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
} as const;

/** How many other articles one diagnostic names: the hover shows them above the card, which has them all. */
const RELATED = 3;

/** Facts that certainly differ, as diagnostics of one article; nothing else is ever a diagnostic. */
export function diagnosticsOf(session: Session, uri: string): Diagnostic[] {
  const { conflictSeverity } = session.settings();
  const place = current(session, uri);
  if (place === undefined) return problemOf(session, uri);
  if (conflictSeverity === 'off') return [];
  const severity = SEVERITIES[conflictSeverity];
  return conflictsOf(session, place).map((conflict) => ({
    range: conflict.range,
    severity,
    source: 'Corroborate',
    code: 'differs',
    message: conflictInWords(session, conflict),
    relatedInformation: firstOfEach(conflict.others)
      .slice(0, RELATED)
      .map(({ uri: other, range, words }) => ({ location: { uri: other, range }, message: words })),
  }));
}

/** A conflict on one line: what it is about, and why. */
export function conflictInWords(session: Session, { fact, reasons: all }: Conflict): string {
  const reasons = all.slice(0, 3).map(session.say).join('; ');
  return `${labelInWords(session, fact)}: ${reasons}`.replace(/\s+/g, ' ');
}

/** An open file that could not be read as an article says so in its first line. */
function problemOf(session: Session, uri: string): Diagnostic[] {
  const { open, path } = session.folders.locate(uri);
  const problem = open.folder.problems().get(path);
  if (problem === undefined) return [];
  const start = { line: 0, character: 0 };
  return [
    {
      range: { start, end: start },
      severity: DiagnosticSeverity.Information,
      source: 'Corroborate',
      code: 'not-analysed',
      message: session.say(problem),
    },
  ];
}
