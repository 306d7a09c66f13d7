import type { CodeAction, CodeLens, Range } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { factNoteAt, noteOf } from '../annotations/fact-note';
import { mentionAt, namedElsewhere } from '../../service';
import type { Place, Session } from '../session';
import { current } from '../session';
import type { Conflict } from './conflicts';
import { conflictsOf, firstOfEach } from './conflicts';
import { conflictInWords } from './diagnostics';

/** How many other places are offered to open. */
const PLACES = 3;

/**
 * What a person can do at a range: about a conflict always; about any other mention only when asked for, so that not every number
 * brings a light bulb. The commands are those of our own client; other editors get none.
 */
export function actionsAt(session: Session, uri: string, range: Range, invoked: boolean): CodeAction[] {
  const place = current(session, uri);
  if (place === undefined || !session.options().clientCommands) return [];
  const conflict = conflictsOf(session, place).find((c) => touches(c.range, range));
  const opens = conflict === undefined ? [] : openActions(session, conflict);
  // What is not saved can be neither annotated nor corrected: both are kept in files.
  if (session.folders.apart(uri) === 'unsaved') return opens;
  if (conflict !== undefined) return [...opens, ...conflictActions(session, place, conflict)];
  return invoked ? mentionActions(session, place, uri, range.start) : [];
}

/** What a person can do with a mention that is no conflict: note it, and set right what it was linked with. */
function mentionActions(session: Session, place: Place, uri: string, at: Range['start']): CodeAction[] {
  const note = factNoteAt(session, uri, at);
  const mention = mentionAt(place.article.analysis, place.lines.offsetAt(at));
  if (note === null || mention === null) return [];
  const linked = note.sees.length > 0;
  const { folder } = place.open;
  const named = mention.kind === 'name' && namedElsewhere(folder, place.path, mention.source).length > 0;
  const offer = (message: string, command: string, argument: unknown): CodeAction =>
    action(session.say({ message, args: [] }), `corroborate.${command}`, argument);
  const own = place.lines.rangeOf(mention.span);
  const actions = [
    offer(linked ? 'Annotate this fact' : 'Annotate this mention', 'annotateFact', {
      uri,
      range: note.range,
    }),
  ];
  if (mention.kind === 'quantity') actions.push(offer('The same fact as…', 'same', own));
  if (mention.kind === 'name') actions.push(offer('Same name as…', 'sameName', own));
  if (linked) actions.push(offer('Not the same fact…', 'notSame', own));
  else if (named) actions.push(offer('Not the same person or body…', 'notSame', own));
  if (mention.kind === 'quantity') actions.push(offer('Ignore this mention', 'ignore', own));
  return actions;
}

/** Opens what other articles say differently, one place an article. */
function openActions(session: Session, { others }: Conflict): CodeAction[] {
  return firstOfEach(others)
    .slice(0, PLACES)
    .map((other) => {
      const args = [other.words, other.path];
      const title = session.say({ message: 'Open “{0}” in {1} beside', args });
      return action(title, 'corroborate.openBeside', other);
    });
}

function action(title: string, command: string, ...args: unknown[]): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: args } };
}

function conflictActions(session: Session, place: Place, conflict: Conflict): CodeAction[] {
  const say = (message: string): string => session.say({ message, args: [] });
  return [
    action(
      say('Annotate this conflict'),
      'corroborate.annotateConflict',
      conflict.range,
      noteOf(session, place, conflict.fact, conflict.mention),
    ),
    action(say('Not the same fact…'), 'corroborate.notSame', conflict.range),
    action(say('Ignore this mention'), 'corroborate.ignore', conflict.range),
  ];
}

/** A line above each conflict, where the person switched that on. */
export function lensesOf(session: Session, uri: string): CodeLens[] {
  const place = session.settings().codeLens ? current(session, uri) : undefined;
  if (place === undefined) return [];
  return conflictsOf(session, place).map((conflict) => ({
    range: conflict.range,
    command: {
      title: `≠ ${conflictInWords(session, conflict)}`,
      command: session.options().clientCommands ? 'corroborate.openBeside' : '',
      arguments: conflict.others.slice(0, 1),
    },
  }));
}

function touches(a: Range, b: Range): boolean {
  const before = (p: Range['start'], q: Range['start']): boolean =>
    p.line < q.line || (p.line === q.line && p.character <= q.character);
  return before(a.start, b.end) && before(b.start, a.end);
}
