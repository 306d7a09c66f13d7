import type { ArticleText, Sentence } from '../../text';
import type { TokenRange } from './cue-window';
import { isPause } from './fit-content';
import { QuoteMark } from './quotation-states';
import type { TaggedStatement } from './statement-tagger';
import type { WordColumns } from './word-columns';

/**
 * Gives paragraphs that are nothing but a quotation, without an attribution of their own, to the speaker before them: the one
 * whose quotation ended the paragraph before, or whom "he said:" announced.
 */
export function followQuotations(
  text: ArticleText,
  columns: WordColumns,
  tagged: readonly TaggedStatement[],
): TaggedStatement[] {
  const out = tagged.map(({ cue, source, content }) => ({ cue, source, content: [...content] }));
  const ofBlock = new Map<number, number[]>();
  out.forEach((s, i) => {
    const block = blockOf(text, columns, s.cue);
    const own = ofBlock.get(block);
    if (own) own.push(i);
    else ofBlock.set(block, [i]);
  });
  let speaker = -1;
  for (const paragraph of paragraphs(text)) {
    const own = ofBlock.get(paragraph.block) ?? [];
    const quotation = own.length === 0 ? wholeQuotation(text, columns, paragraph) : null;
    if (quotation !== null) {
      if (speaker >= 0) out[speaker]?.content.push(quotation);
      continue;
    }
    speaker = [...own].reverse().find((i) => leadsOn(text, columns, out[i], paragraph)) ?? -1;
  }
  return out;
}

interface Paragraph extends TokenRange {
  readonly block: number;
}

function blockOf(text: ArticleText, columns: WordColumns, cue: TokenRange): number {
  return text.sentences[columns.sentence[cue.first] ?? 0]?.block ?? -1;
}

/** The blocks as token ranges, in order. */
function paragraphs(text: ArticleText): Paragraph[] {
  const out: Paragraph[] = [];
  let open: Sentence[] = [];
  const close = (): void => {
    const [first] = open;
    const last = open.at(-1);
    if (first && last) out.push({ block: first.block, first: first.firstToken, end: last.endToken });
    open = [];
  };
  for (const sentence of text.sentences) {
    if (open[0] !== undefined && open[0].block !== sentence.block) close();
    open.push(sentence);
  }
  close();
  return out;
}

/** The paragraph's quotation where nothing but stops stands outside it. */
function wholeQuotation(text: ArticleText, columns: WordColumns, paragraph: Paragraph): TokenRange | null {
  if (columns.mark[paragraph.first] !== QuoteMark.Open) return null;
  let { end } = paragraph;
  while (end > paragraph.first && columns.quoted[end - 1] === 0 && isPause(text, end - 1)) end--;
  for (let t = paragraph.first; t < end; t++) if (columns.quoted[t] === 0) return null;
  return end - paragraph.first > 1 ? { first: paragraph.first, end } : null;
}

/** Whether the next paragraph's quotation may be this statement's: its own ends the paragraph, or a colon behind its cue does. */
function leadsOn(
  text: ArticleText,
  columns: WordColumns,
  statement: TaggedStatement | undefined,
  paragraph: Paragraph,
): boolean {
  if (statement === undefined) return false;
  if (text.prose.charAt(text.tokens.start[paragraph.end - 1] ?? 0) === ':') return true;
  return statement.content.some((c) => columns.quoted[c.first] === 1 || columns.quoted[c.end - 1] === 1);
}
