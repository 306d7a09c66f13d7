import type { Analysis, Quantity, Source } from '../analysis';
import { conversionsOf } from '../analysis';
import type { Fact, FactMention, Message, Relation } from '../crossref';
import { CERTAIN, relationBetween } from '../crossref';
import type { Span } from '../text';
import { overlaps } from '../text';
import { saidAlone, summaryOf, WORST_FIRST } from './card-summary';
import { plainAmount, plainValue, quantityKind, sourceType, statementType } from './describe';
import type { Article, Folder } from './folder';
import type { Mention } from './mentions';
import { mentionAt, partsOf, speakerOf } from './mentions';
import { message } from './message';
import { fromMention } from './perspective';
import { namedElsewhere } from './same-name';

/** How the mention of another article stands to the one that a card is of. */
export interface RelatedMention {
  readonly mention: FactMention;
  readonly relation: Relation;
  readonly certain: boolean;
}

/** One other article's words, as a row of the card. */
export interface CardRow extends RelatedMention {
  /** The deciding words with the thing they count, where it stands beside them: "21 people". */
  readonly words: string;
  readonly value: string | null;
}

/** The card of a mention in core terms: paths, offsets and messages; surfaces turn it into their own. */
export interface Card {
  readonly mention: Mention;
  readonly title: readonly (Message | string)[];
  readonly details: readonly Message[];
  readonly relation: Relation | null;
  readonly summary: Message;
  readonly reasons: readonly Message[];
  readonly rows: readonly CardRow[];
  /** How many further articles have no row. */
  readonly more: number;
  readonly fact: Fact | null;
}

/** Told on a card that may lack rows. */
const STILL_COMPARING = 'Other articles are still being compared.';

/**
 * The card for a place in an article: what stands there and the same fact elsewhere; null where nothing stands there.
 * @param most as many rows at most, those that differ first: the words of each are read in their article
 */
export function cardAt(folder: Folder, path: string, offset: number, most = Infinity): Card | null {
  const article = folder.article(path);
  const mention = article === undefined ? null : mentionAt(article.analysis, offset);
  if (article === undefined || mention === null) return null;
  const { facts, whole } = folder.factsSoFar(path);
  const found = factAt(facts, path, mention);
  const linked = found === null ? [] : relatedIn(path, found.fact, found.mention);
  const related = relatedTo(folder, path, mention, found?.fact ?? null, linked);
  return {
    mention,
    title: titleOf(article, mention),
    details: [...detailsOf(article, mention), ...(whole ? [] : [message(STILL_COMPARING)])],
    relation: related[0]?.relation ?? null,
    summary:
      related.length > 0
        ? summaryOf(mention, found?.mention, related)
        : saidAlone(folder, article, mention, whole),
    reasons: found === null ? [] : reasonsFrom(found.fact, found.mention, differing(related)),
    rows: related.slice(0, most).map((row) => ({ ...row, ...rowWords(folder, mention, row.mention) })),
    more: Math.max(0, related.length - most),
    fact: found?.fact ?? null,
  };
}

const UNEQUAL = '{0} ≠ {1}';
const MOST_UNEQUAL = 4;

function differing(rows: readonly RelatedMention[]): readonly FactMention[] {
  return rows.filter(({ relation }) => relation === 'differ').map(({ mention }) => mention);
}

/**
 * A fact's reasons as seen from one mention: its own words against each other value, instead of all against all.
 * @param others the mentions of other articles that differ from it
 */
export function reasonsFrom(
  fact: Fact,
  own: FactMention,
  others: readonly FactMention[],
): readonly Message[] {
  const seen = new Set<string>();
  const unequal = others.flatMap((mention) => {
    if (seen.has(mention.group)) return [];
    seen.add(mention.group);
    return [message(UNEQUAL, own.text, mention.text)];
  });
  const reasons = fact.reasons.flatMap((reason) => fromMention(reason, own, fact.mentions));
  const rest = reasons.filter((reason) => reason.message !== UNEQUAL);
  const told = fact.kind === 'quantity' && rest.length < reasons.length;
  return told ? [...unequal.slice(0, MOST_UNEQUAL), ...rest] : reasons;
}

/** The fact that a mention belongs to, the surest where it stands in several; of a statement what is said goes before who says it. */
export function factAt(
  facts: readonly Fact[],
  path: string,
  mention: Mention,
): { fact: Fact; mention: FactMention } | null {
  const spans = mention.kind === 'statement' ? partsOf(mention.statement) : [mention.span];
  const kind = mention.kind;
  const matches = facts.flatMap((fact) => {
    const own = fact.mentions.find((m) => m.path === path && spans.some((span) => overlaps(span, m)));
    return own === undefined ? [] : [{ fact, mention: own }];
  });
  const said = mention.kind === 'statement' ? mention.statement.content : [];
  const isOfWhatIsSaid = (own: FactMention): boolean => said.some((span) => overlaps(span, own));
  const rank = ({ fact, mention: own }: { readonly fact: Fact; readonly mention: FactMention }): number =>
    (isOfWhatIsSaid(own) ? 1 : 0) + (fact.kind === kind ? 1 : 0) + fact.confidence;
  const usable = matches.filter(({ fact }) =>
    kind === 'quantity' ? fact.kind !== 'name' : fact.kind === kind,
  );
  return [...usable].sort((a, b) => rank(b) - rank(a))[0] ?? null;
}

/** The most telling mention of each other article. */
function relatedIn(path: string, fact: Fact, own: FactMention): RelatedMention[] {
  const certain = fact.confidence >= CERTAIN;
  const best = new Map<string, { mention: FactMention; relation: Relation }>();
  for (const mention of fact.mentions) {
    if (mention.path === path) continue;
    const relation = relationBetween(fact, own.group, mention.group);
    const seen = best.get(mention.path);
    if (seen === undefined || rankOf(relation) < rankOf(seen.relation))
      best.set(mention.path, { mention, relation });
  }
  return [...best.values()]
    .map(({ mention, relation }) => ({ mention, relation, certain }))
    .sort((a, b) => rankOf(a.relation) - rankOf(b.relation) || (a.mention.path < b.mention.path ? -1 : 1));
}

/**
 * What stands in the rows of a mention. A number of which only the sentence around it is known elsewhere agrees with those sentences that have it; a
 * name has the articles of the story that spell it alike, too, which are no news and thus no fact.
 */
function relatedTo(
  folder: Folder,
  path: string,
  mention: Mention,
  fact: Fact | null,
  rows: RelatedMention[],
): RelatedMention[] {
  if (mention.kind === 'name') return [...rows, ...sameNames(folder, path, mention.source, rows)];
  if (mention.kind !== 'quantity' || fact?.kind !== 'statement') return rows;
  const number = wordsOnly(mention.quantity.text);
  return rows
    .filter((row) => wordsOnly(wordsAt(folder, row.mention)).includes(number))
    .map((row) => ({ ...row, relation: 'agree' }));
}

function sameNames(
  folder: Folder,
  path: string,
  source: Source,
  rows: readonly RelatedMention[],
): RelatedMention[] {
  const known = new Set(rows.map((row) => row.mention.path));
  return namedElsewhere(folder, path, source)
    .filter((other) => !known.has(other.path))
    .flatMap(({ path: other, places: [place] }) => {
      if (place === undefined) return [];
      const text = wordsAt(folder, { ...place, path: other });
      const named = { ...place, path: other, text, value: null, unit: null, speaker: null };
      const mention = { ...named, group: '', context: place };
      return [{ mention, relation: 'agree' as const, certain: true }];
    });
}

function wordsAt(folder: Folder, { path, start, end }: Span & { readonly path: string }): string {
  return folder.article(path)?.source.slice(start, end) ?? '';
}

/** The words of a row; a name is no number, so that nothing else of its article need be looked at. */
function rowWords(
  folder: Folder,
  { kind }: Mention,
  mention: FactMention,
): { words: string; value: string | null } {
  return kind === 'name'
    ? { words: wordsAt(folder, mention), value: null }
    : shown(folder, mention.path, mention);
}

/** Letters and digits, each word with a space to either side. */
function wordsOnly(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;
}

function rankOf(relation: Relation): number {
  return WORST_FIRST.indexOf(relation);
}

/** How a mention reads in a row: its words, with the thing counted where that follows at once, and its value. */
export function shown(folder: Folder, path: string, span: Span): { words: string; value: string | null } {
  const article = folder.article(path);
  // Of a whole statement the words count, not some number among them.
  const quantity = article?.analysis.quantities.find((q) => q.start <= span.start && span.end <= q.end);
  const words = article?.source.slice(span.start, span.end) ?? '';
  if (article === undefined || quantity === undefined) return { words, value: null };
  const { thingSpan } = quantity;
  const follows = thingSpan !== null && thingSpan.start >= span.end && thingSpan.start - span.end <= 1;
  const value = plainValue(quantity);
  return {
    words: follows ? article.source.slice(span.start, thingSpan.end) : words,
    value: value === quantity.text ? null : value,
  };
}

function titleOf({ analysis, text }: Article, mention: Mention): (Message | string)[] {
  switch (mention.kind) {
    case 'quantity': {
      const { quantity } = mention;
      const value = plainValue(quantity);
      return [quantityKind(quantity), value ?? quantity.text, quantity.thing ?? ''].filter((s) => s !== '');
    }
    case 'name':
      return [sourceType(mention.source), mention.source.name, mention.source.title ?? ''].filter(
        (s) => s !== '',
      );
    case 'statement': {
      const { statement } = mention;
      const speaker = speakerOf(analysis, statement)?.name;
      const words = statement.source === null ? undefined : slice(text.source, statement.source);
      return [statementType(statement.type), speaker ?? words ?? message('no source named')];
    }
  }
}

function detailsOf(article: Article, mention: Mention): Message[] {
  const { analysis, text } = article;
  if (mention.kind === 'name') return [];
  const around =
    mention.kind === 'statement'
      ? mention.statement
      : analysis.statements.find((s) => s.content.some((c) => overlaps(c, mention.span)));
  const details: Message[] = [];
  if (mention.kind === 'quantity') details.push(...restatements(analysis, mention.quantity));
  if (around !== undefined) {
    const cue = around.cue.map((c) => slice(text.source, c)).join(' … ');
    const speaker = speakerOf(analysis, around)?.name;
    const words = around.source === null ? null : slice(text.source, around.source);
    const named = speaker !== undefined && words !== null && !holds(words, speaker) ? ` (${speaker})` : '';
    const told =
      words === null
        ? message('Says who: nobody named — “{0}”', cue)
        : message('Says who: {0} — “{1}”', `${words}${named}`, cue);
    if (cue !== '') details.push(told);
  }
  return details;
}

/** Whether a source's own words name the speaker already, whatever their capitals: "Police" and "police". */
function holds(words: string, speaker: string): boolean {
  return words.toLowerCase().includes(speaker.toLowerCase());
}

/** The same amount in other words: as the article itself restates it, and converted. */
function restatements({ quantities }: Analysis, quantity: Quantity): Message[] {
  const conversions = conversionsOf(quantity, quantities);
  const words = (from: 'article' | 'computed'): string =>
    conversions
      .filter((conversion) => conversion.from === from)
      .map(({ value, high, unit }) => plainAmount(value, high ?? null, unit))
      .join(', ');
  const [stated, computed] = [words('article'), words('computed')];
  return [
    ...(stated === '' ? [] : [message('The article also says {0}', stated)]),
    ...(computed === '' ? [] : [message('Converted: {0}', computed)]),
  ];
}

function slice(source: string, span: Span): string {
  return source.slice(span.start, span.end).replace(/\s+/g, ' ');
}
