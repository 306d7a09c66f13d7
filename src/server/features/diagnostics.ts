import type { Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Fact, FactMention } from '../../crossref';
import { CERTAIN } from '../../crossref';
import type { Place, Session } from '../session';
import { current } from '../session';

const SEVERITIES = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
} as const;

/** How many other places one diagnostic names. */
const RELATED = 8;

/** Facts that certainly differ, as diagnostics of one article; nothing else is ever a diagnostic. */
export function diagnosticsOf(session: Session, uri: string): Diagnostic[] {
  const { conflictSeverity } = session.settings();
  const place = current(session, uri);
  if (place === undefined) return problemOf(session, uri);
  if (conflictSeverity === 'off') return [];
  const severity = SEVERITIES[conflictSeverity];
  return place.open.folder
    .factsOf(place.path)
    .filter((fact) => fact.relation === 'differ' && fact.confidence >= CERTAIN)
    .flatMap((fact) =>
      fact.mentions
        .filter((mention) => mention.path === place.path)
        .flatMap((mention) => conflictAt(session, place, fact, mention, severity)),
    );
}

function conflictAt(
  session: Session,
  place: Place,
  fact: Fact,
  mention: FactMention,
  severity: DiagnosticSeverity,
): Diagnostic[] {
  const others = fact.mentions.filter((m) => m.path !== place.path && m.group !== mention.group);
  if (others.length === 0) return [];
  const reasons = fact.reasons.map(session.say).join('; ');
  const relatedInformation = others.slice(0, RELATED).flatMap((other) => {
    const range = session.folders.linesOf(place.open, other.path)?.rangeOf(other);
    if (range === undefined) return [];
    const location = { uri: session.folders.uriOf(place.open, other.path), range };
    return [{ location, message: other.text.replace(/\s+/g, ' ') }];
  });
  return [
    {
      range: place.lines.rangeOf(mention),
      severity,
      source: 'Corroborate',
      code: 'differs',
      message: `${fact.label}: ${reasons}`,
      relatedInformation,
    },
  ];
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
