import type { Span } from '../../src/text';
import { around } from './article';
import type { Article } from './article';
import { Draft } from './pieces';
import type { Piece } from './pieces';
import type { Random } from './random';

/** What an edit works on: the article, the annotated span, and sentences of other articles to put in. */
export interface Task {
  readonly article: Article;
  readonly span: Span;
  readonly random: Random;
  readonly strangers: readonly string[];
}

/** A kind of edit; null where the span does not lend itself to it. */
export type Edit = (task: Task) => Draft | null;

const fresh = (text: string): Piece => ({ text, as: 'new' });
const instead = (text: string, from: Span): Piece => ({ text, from, as: 'instead' });
const soft = (text: string, from: Span): Piece => ({ text, from, as: 'soft' });

function partOf(parts: readonly Span[], index: number): Span {
  const part = parts[Math.max(0, Math.min(index, parts.length - 1))];
  if (part === undefined) throw new RangeError('an article without parts');
  return part;
}

function sentenceOf({ article, span }: Task): Span {
  return partOf(article.sentences, around(article.sentences, span.start));
}

function paragraphOf({ article, span }: Task): Span {
  return partOf(article.paragraphs, around(article.paragraphs, span.start));
}

function wordsIn({ article }: Task, span: Span): Span[] {
  return article.words.filter(({ start, end }) => start >= span.start && end <= span.end);
}

/** With the white space after it, so that removing it leaves no hole. */
function withSpace(article: Article, { start, end }: Span): Span {
  const space = /^\s*/.exec(article.text.slice(end))?.[0].length ?? 0;
  return { start, end: end + space };
}

function other(parts: readonly Span[], span: Span, random: Random): Span | null {
  const apart = parts.filter(({ start, end }) => end <= span.start || start >= span.end);
  return apart.length === 0 ? null : random.pick(apart);
}

const REPLACEMENTS = [
  'several',
  'reportedly',
  'local',
  'harbour',
  'later',
  'council',
  'about',
  'northern',
  'called',
  'evening',
];

function newNumber(random: Random, old: string): string {
  for (;;) {
    const next = old.replace(/\d/g, () => String(random.below(10)));
    if (next !== old) return next;
  }
}

function replaceAt(draft: Draft, span: Span, text: string): Draft {
  return draft.replace(span, [instead(text, span)]);
}

/** Replaces a share of the words of some spans. */
function reword(task: Task, draft: Draft, places: readonly Span[], share: number): Draft {
  let result = draft;
  for (const word of places)
    if (task.random.next() < share) result = replaceAt(result, word, task.random.pick(REPLACEMENTS));
  return result;
}

function softly(draft: Draft, article: Article, pattern: RegExp, change: (words: string) => string): Draft {
  let result = draft;
  for (const match of article.text.matchAll(pattern)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const text = change(match[0]);
    if (text !== match[0]) result = result.replace(span, [soft(text, span)]);
  }
  return result;
}

function contextOf(task: Task): Span[] {
  const { article, span } = task;
  const near = { start: span.start - 160, end: span.end + 160 };
  return article.words.filter(
    ({ start, end }) => start >= near.start && end <= near.end && (end <= span.start || start >= span.end),
  );
}

function move(draft: Draft, part: Span, to: number): Draft {
  const pieces = draft.take(part);
  return draft.replace(part, []).replace({ start: to, end: to }, pieces);
}

/** Where the same words stand a second time. */
function lookAlike({ article, span }: Task): number {
  const words = article.text.slice(span.start, span.end);
  const found = [article.text.indexOf(words), article.text.indexOf(words, span.start + 1)];
  return found.find((at) => at >= 0 && at !== span.start) ?? -1;
}

/** Kinds of edits that people make to articles. */
export const EDITS: Readonly<Record<string, Edit>> = {
  'paragraph put in before': ({ article, random, strangers }) => {
    const text = `${random.pick(strangers)} ${random.pick(strangers)}\n\n`;
    return Draft.of(article.text).replace({ start: 0, end: 0 }, [fresh(text)]);
  },
  'sentence put in before': (task) => {
    const { start } = sentenceOf(task);
    return Draft.of(task.article.text).replace({ start, end: start }, [
      fresh(`${task.random.pick(task.strangers)} `),
    ]);
  },
  'another sentence removed': (task) => {
    const part = other(task.article.sentences, task.span, task.random);
    return part === null ? null : Draft.of(task.article.text).replace(withSpace(task.article, part), []);
  },
  'own sentence removed': (task) =>
    Draft.of(task.article.text).replace(withSpace(task.article, sentenceOf(task)), []),
  'own paragraph removed': (task) =>
    Draft.of(task.article.text).replace(withSpace(task.article, paragraphOf(task)), []),
  'own sentence rewritten': (task) => {
    const part = sentenceOf(task);
    return Draft.of(task.article.text).replace(part, [fresh(task.random.pick(task.strangers))]);
  },
  'removed, look-alike stays': (task) => {
    const at = lookAlike(task);
    const part = sentenceOf(task);
    if (at < 0 || (at >= part.start && at < part.end)) return null;
    return Draft.of(task.article.text).replace(withSpace(task.article, part), []);
  },
  'removed, its paragraph twin stays': (task) => {
    const { article, span, random } = task;
    const part = paragraphOf(task);
    if (span.end > part.end) return null;
    // The same words in a paragraph with other numbers and some other words, as when two days of one story are told alike.
    let twin = '';
    let done = part.start;
    for (const word of wordsIn(task, part)) {
      const old = article.text.slice(word.start, word.end);
      const inside = word.end > span.start && word.start < span.end;
      const next = /\d/.test(old)
        ? newNumber(random, old)
        : random.next() < 0.15
          ? random.pick(REPLACEMENTS)
          : old;
      twin += article.text.slice(done, word.start) + (inside ? old : next);
      done = word.end;
    }
    twin += article.text.slice(done, part.end);
    if (twin === article.text.slice(part.start, part.end)) return null;
    const base = `${article.text.trimEnd()}\n\n${twin}\n`;
    return Draft.of(base).replace(withSpace({ ...article, text: base }, part), []);
  },
  'word put in': (task) => {
    const inner = wordsIn(task, task.span).slice(1);
    if (inner.length < 2) return null;
    const { start } = task.random.pick(inner);
    return Draft.of(task.article.text).replace({ start, end: start }, [
      fresh(`${task.random.pick(REPLACEMENTS)} `),
    ]);
  },
  'word replaced': (task) => {
    const inner = wordsIn(task, task.span).filter(({ start }) => !/\d/.test(task.article.text.charAt(start)));
    if (inner.length < 3) return null;
    return replaceAt(Draft.of(task.article.text), task.random.pick(inner), task.random.pick(REPLACEMENTS));
  },
  'word removed': (task) => {
    const inner = wordsIn(task, task.span);
    if (inner.length < 3) return null;
    return Draft.of(task.article.text).replace(withSpace(task.article, task.random.pick(inner)), []);
  },
  'number corrected': (task) => {
    const numbers = wordsIn(task, task.span).filter(({ start }) =>
      /\d/.test(task.article.text.charAt(start)),
    );
    if (numbers.length === 0) return null;
    const number = task.random.pick(numbers);
    const old = task.article.text.slice(number.start, number.end);
    return replaceAt(Draft.of(task.article.text), number, newNumber(task.random, old));
  },
  'all numbers updated': (task) => {
    let draft = Draft.of(task.article.text);
    for (const word of task.article.words) {
      const old = task.article.text.slice(word.start, word.end);
      if (/^\d/.test(old)) draft = replaceAt(draft, word, newNumber(task.random, old));
    }
    return draft;
  },
  'letter corrected': (task) => {
    const inner = wordsIn(task, task.span);
    if (inner.length === 0) return null;
    const word = task.random.pick(inner);
    const text = task.article.text.slice(word.start, word.end);
    if (!/^\p{L}{5}/u.test(text) || task.span.end - task.span.start < 12) return null;
    const at = 1 + task.random.below(text.length - 2);
    return replaceAt(Draft.of(task.article.text), word, text.slice(0, at) + text.slice(at + 1));
  },
  'words around replaced': (task) => reword(task, Draft.of(task.article.text), contextOf(task), 0.4),
  'words around rewritten': (task) => reword(task, Draft.of(task.article.text), contextOf(task), 0.9),
  'paragraph moved up': (task) => {
    const part = withSpace(task.article, paragraphOf(task));
    return part.start === 0 ? null : move(Draft.of(task.article.text), part, 0);
  },
  'paragraph moved down': (task) => {
    const part = withSpace(task.article, paragraphOf(task));
    const last = task.article.paragraphs.at(-1);
    return last === undefined || part.start >= last.start
      ? null
      : move(Draft.of(task.article.text), part, last.start);
  },
  'sentences swapped': (task) => {
    const { sentences } = task.article;
    const i = around(sentences, task.span.start);
    const [here, next] = [partOf(sentences, i), sentences[i + 1]];
    if (next === undefined || task.span.end > here.end) return null;
    return move(Draft.of(task.article.text), withSpace(task.article, next), here.start);
  },
  'sentence moved and edited': (task) => {
    const part = sentenceOf(task);
    if (part.end - part.start < 60 || task.span.end > part.end) return null;
    const words = wordsIn(task, part).filter(
      ({ start, end }) => end <= task.span.start || start >= task.span.end,
    );
    if (words.length < 4) return null;
    const draft = reword(task, Draft.of(task.article.text), words, 0.25);
    const to = partOf(task.article.paragraphs, task.random.below(task.article.paragraphs.length)).start;
    if (to >= part.start && to <= part.end) return null;
    const pieces = draft.take(withSpace(task.article, part));
    let left = draft;
    for (const piece of pieces) if (piece.from !== undefined) left = removePiece(left, piece.from);
    return left.replace({ start: to, end: to }, pieces);
  },
  'paragraphs joined': ({ article }) => softly(Draft.of(article.text), article, /\n\s*\n/g, () => ' '),
  'lines wrapped': ({ article }) => {
    let column = 0;
    return softly(Draft.of(article.text), article, /\S+|\s+/g, (part) => {
      if (part.includes('\n')) column = 0;
      else if (/\s/.test(part) && column > 60) {
        column = 0;
        return '\r\n';
      }
      column += part.length;
      return part;
    });
  },
  'marks made typographic': ({ article }) =>
    softly(Draft.of(article.text), article, /["'“”‘’]| [-–—] |\.\.\./g, (mark) =>
      /["“”]/.test(mark)
        ? mark === '“'
          ? '«'
          : mark === '”'
            ? '»'
            : '”'
        : /['‘’]/.test(mark)
          ? mark === "'"
            ? '’'
            : "'"
          : mark === '...'
            ? '…'
            : ' – ',
    ),
  'letters in capitals': (task) => {
    const part = sentenceOf(task);
    const text = task.article.text.slice(part.start, part.end);
    const pieces = [...text.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu)].map((match) => {
      const start = part.start + match.index;
      return soft(match[0].toUpperCase(), { start, end: start + match[0].length });
    });
    return text.toUpperCase().length === text.length
      ? Draft.of(task.article.text).replace(part, pieces)
      : null;
  },
  'paragraph copied to the top': (task) => {
    const part = paragraphOf(task);
    // Of two equal paragraphs side by side nobody can say which is the copy.
    if (part.start === 0) return null;
    const copy = task.article.text.slice(part.start, part.end);
    return Draft.of(task.article.text).replace({ start: 0, end: 0 }, [fresh(`${copy}\n\n`)]);
  },
  'words quoted in a new first paragraph': ({ article, span, random, strangers }) => {
    const words = article.text.slice(span.start, span.end);
    const text = `${random.pick(strangers).replace(/[.!?]["”’)]*$/, '')}, ${words}, ${random.pick(REPLACEMENTS)}.\n\n`;
    return Draft.of(article.text).replace({ start: 0, end: 0 }, [fresh(text)]);
  },
  'half of the paragraphs removed': (task) => {
    let draft = Draft.of(task.article.text);
    for (const part of task.article.paragraphs)
      if (task.random.next() < 0.5) draft = draft.replace(withSpace(task.article, part), []);
    return draft;
  },
  'every tenth word replaced': (task) => reword(task, Draft.of(task.article.text), task.article.words, 0.1),
  'a new edition': (task) => {
    const { article, random, strangers } = task;
    let draft = reword(task, Draft.of(article.text), article.words, 0.04);
    for (const part of article.sentences) {
      const roll = random.next();
      if (roll < 0.12)
        draft = draft.replace({ start: part.start, end: part.start }, [fresh(`${random.pick(strangers)} `)]);
      else if (roll < 0.2)
        for (const piece of draft.take(withSpace(article, part)))
          if (piece.from !== undefined) draft = removePiece(draft, piece.from);
    }
    return draft;
  },
};

/** Removes a part of the original, whatever it has become. */
function removePiece(draft: Draft, span: Span): Draft {
  return draft.replace(span, []).without(span);
}
