import type { CodeAction, CodeLens, Range } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { factNoteAt, noteOf } from '../annotations/fact-note';
import { mentionAt } from '../../service';
import type { Place, Session } from '../session';
import { current } from '../session';
import type { Conflict } from './conflicts';
import { conflictsOf } from './conflicts';
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
  if (conflict !== undefined) return conflictActions(session, place, conflict);
  return invoked ? mentionActions(session, place, uri, range.start) : [];
}

/** What a person can do with a mention that is no conflict: note it, and set right what it was linked with. */
function mentionActions(session: Session, place: Place, uri: string, at: Range['start']): CodeAction[] {
  const note = factNoteAt(session, uri, at);
  const mention = mentionAt(place.article.analysis, place.lines.offsetAt(at));
  if (note === null || mention === null) return [];
  const linked = note.sees.length > 0;
  const action = (words: string, command: string, argument: unknown): CodeAction => {
    const title = session.say({ message: words, args: [] });
    return {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: `corroborate.${command}`, arguments: [argument] },
    };
  };
  const own = place.lines.rangeOf(mention.span);
  const actions = [
    action(linked ? 'Annotate this fact' : 'Annotate this mention', 'annotateFact', {
      uri,
      range: note.range,
    }),
  ];
  if (mention.kind === 'quantity') actions.push(action('The same fact as…', 'same', own));
  if (mention.kind === 'name') actions.push(action('Same name as…', 'sameName', own));
  if (linked) actions.push(action('Not the same fact…', 'notSame', own));
  if (mention.kind === 'quantity') actions.push(action('Ignore this mention', 'ignore', own));
  return actions;
}

function conflictActions(session: Session, place: Place, conflict: Conflict): CodeAction[] {
  const action = (title: string, command: string, ...args: unknown[]): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command, arguments: args },
  });
  const say = (message: string, ...args: string[]): string => session.say({ message, args });
  return [
    ...conflict.others
      .slice(0, PLACES)
      .map((other) =>
        action(say('Open “{0}” in {1} beside', other.words, other.path), 'corroborate.openBeside', other),
      ),
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
