import type { ArticleText, Sentence, Span } from '../../text';
import { TokenKind } from '../../text';
import type { Statement } from '../model';
import { SPEECH_VERBS } from './cue-lexicon';
import { quotationStates } from './quotation-states';
import { statementType } from './statement-type';

/** Words that end the noun phrase of a source when one walks away from the verb. */
const NOUN_PHRASE_ENDS = new Set(
  'that which who and but as when while because although though if after before since in on at by was were is are had has have'.split(
    ' ',
  ),
);

/** No source phrase is longer than this many tokens. */
const LONGEST_SOURCE = 14;

/** Sentences longer than this are read only up to it: no sentence of news is, and the walk from each verb stays bounded. */
const LONGEST_SENTENCE = 400;

/**
 * Finds statements without trained weights: a speech verb or "according to", the noun phrase beside it, and the clause or
 * quotation on its other side.
 */
export function findByRules(text: ArticleText): Statement[] {
  const { quoted } = quotationStates(text);
  return text.sentences.flatMap((sentence) => new SentenceRules(text, quoted, sentence).statements());
}

class SentenceRules {
  private readonly first: number;
  private readonly end: number;

  constructor(
    private readonly text: ArticleText,
    private readonly quoted: Uint8Array,
    sentence: Sentence,
  ) {
    this.first = sentence.firstToken;
    this.end = Math.min(sentence.endToken, sentence.firstToken + LONGEST_SENTENCE);
  }

  statements(): Statement[] {
    const found: Statement[] = [];
    for (let t = this.first; t < this.end; t++) {
      const word = this.word(t).toLowerCase();
      const statement =
        word === 'according' && this.word(t + 1) === 'to'
          ? this.accordingTo(t)
          : SPEECH_VERBS.has(word)
            ? this.verb(t)
            : null;
      if (statement !== null) found.push(statement);
    }
    return found;
  }

  private accordingTo(cue: number): Statement | null {
    const sourceEnd = this.walkRight(cue + 2);
    if (sourceEnd === cue + 2) return null;
    const before = this.trim(this.first, cue);
    const content = before ?? this.trim(sourceEnd, this.end);
    return content && this.statement([cue + 2, sourceEnd], [cue, cue + 2], content);
  }

  private verb(cue: number): Statement | null {
    const start = this.walkLeft(cue);
    if (start < cue) {
      const after = this.trim(cue + 1, this.end);
      const before = this.isBreak(start - 1) ? this.trim(this.first, start) : null;
      const content = before ?? after;
      return content && this.statement([start, cue], [cue, cue + 1], content);
    }
    const content = this.isBreak(cue - 1) ? this.trim(this.first, cue) : null;
    const sourceEnd = this.walkRight(cue + 1);
    return content && sourceEnd > cue + 1
      ? this.statement([cue + 1, sourceEnd], [cue, cue + 1], content)
      : null;
  }

  private statement(
    source: readonly [number, number],
    cue: readonly [number, number],
    content: readonly [number, number],
  ): Statement {
    const span = (of: readonly [number, number]): Span => ({
      start: this.startOf(of[0]),
      end: this.endOf(of[1] - 1),
    });
    return {
      type: statementType(this.text, this.quoted, { first: cue[0], end: cue[1] }, [
        { first: content[0], end: content[1] },
      ]),
      source: span(source),
      sourceId: null,
      cue: [span(cue)],
      content: [span(content)],
    };
  }

  private walkLeft(from: number): number {
    let t = from;
    while (t > this.first && from - t < LONGEST_SOURCE && !this.endsNounPhrase(t - 1)) t--;
    return t;
  }

  private walkRight(from: number): number {
    let t = from;
    while (t < this.end && t - from < LONGEST_SOURCE && !this.endsNounPhrase(t)) t++;
    return t;
  }

  private endsNounPhrase(t: number): boolean {
    const kind = this.text.tokens.kind[t];
    return (
      kind === TokenKind.Punctuation ||
      kind === TokenKind.Quote ||
      NOUN_PHRASE_ENDS.has(this.word(t).toLowerCase())
    );
  }

  /** A comma or a quotation mark, behind which an attribution may stand. */
  private isBreak(t: number): boolean {
    return t >= this.first && (this.text.tokens.kind[t] === TokenKind.Quote || this.word(t) === ',');
  }

  /** The range without commas and stops at its ends; null where fewer than two words remain. */
  private trim(from: number, to: number): readonly [number, number] | null {
    let [a, b] = [from, to];
    while (a < b && (this.text.tokens.kind[a] === TokenKind.Punctuation || this.word(a) === 'that')) a++;
    while (a < b && this.text.tokens.kind[b - 1] === TokenKind.Punctuation) b--;
    return b - a < 2 ? null : [a, b];
  }

  private word(t: number): string {
    return t < this.end ? this.text.prose.slice(this.startOf(t), this.endOf(t)) : '';
  }

  private startOf(t: number): number {
    return this.text.tokens.start[t] ?? 0;
  }

  private endOf(t: number): number {
    return this.text.tokens.end[t] ?? 0;
  }
}
