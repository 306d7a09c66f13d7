import { overlaps } from '../text';
import { agencyOf } from './agency';
import type { ArticleProfile } from './article-profile';
import { once } from './once';
import type { SameParts } from './same-parts';

/** The numbers of a version's sentences and mentions, by their places. */
export interface NumberedParts {
  readonly sentences: readonly number[];
  readonly mentions: readonly number[];
  /** Where each sentence begins. */
  readonly starts: readonly number[];
}

/**
 * Numbers for the parts of versions of articles. Two parts have the same number where every fact that is made of them is the same but for
 * where it stands: they have the same words, the same numbers in them, and the analysis tells the same of them.
 */
export class PartNumbers {
  private last = 0;
  private readonly known = new WeakMap<ArticleProfile, NumberedParts>();

  of(profile: ArticleProfile): NumberedParts {
    let parts = this.known.get(profile);
    if (parts === undefined) {
      parts = {
        sentences: profile.sentences.map(() => ++this.last),
        mentions: profile.mentions.map(() => ++this.last),
        starts: startsOf(profile),
      };
      this.known.set(profile, parts);
    }
    return parts;
  }

  /** Numbers a version as the one before it where nothing has changed. */
  follow(profile: ArticleProfile, same: SameParts): void {
    const { before } = same;
    const numbers = this.of(before);
    if (before.date !== profile.date || agencyOf(before.article) !== agencyOf(profile.article)) return;
    const [toldBefore, told] = [toldIn(before), toldIn(profile)];
    const [countsBefore, counts] = [countsIn(before), countsIn(profile)];
    const kept = countsIn(profile, (place) => (same.mentions[place] ?? -1) >= 0);
    const sentences = profile.sentences.map((_, place) => {
      const there = same.sentences[place] ?? -1;
      const stands =
        there >= 0 &&
        toldBefore[there] === told[place] &&
        countsBefore[there] === counts[place] &&
        kept[place] === counts[place];
      return (stands ? numbers.sentences[there] : undefined) ?? ++this.last;
    });
    const mentions = profile.mentions.map(({ sentence: { index } }, place) => {
      const stands = sentences[index] === numbers.sentences[same.sentences[index] ?? -1];
      return (stands ? numbers.mentions[same.mentions[place] ?? -1] : undefined) ?? ++this.last;
    });
    this.known.set(profile, { sentences, mentions, starts: startsOf(profile) });
  }
}

function startsOf({ sentences }: ArticleProfile): number[] {
  return sentences.map(({ sentence }) => sentence.start);
}

/** How many mentions each sentence has, or how many of some. */
function countsIn(
  { sentences, mentions }: ArticleProfile,
  isCounted?: (place: number) => boolean,
): Int32Array {
  const counts = new Int32Array(sentences.length);
  mentions.forEach(({ sentence: { index } }, place) => {
    if (isCounted?.(place) !== false) counts[index] = (counts[index] ?? 0) + 1;
  });
  return counts;
}

/** For each sentence all that the analysis tells of statements that meet it, with places counted from where it begins. */
const toldIn = once((profile: ArticleProfile): readonly string[] => {
  const { text, analysis } = profile.article;
  const told = profile.sentences.map(() => '');
  const names = new Map(analysis.sources.map((source) => [source.id, source.name]));
  for (const { source, sourceId, cue, content } of analysis.statements) {
    const said = source === null ? null : text.prose.slice(source.start, source.end);
    const spans = [...(source === null ? [] : [source]), ...cue, ...content];
    profile.sentences.forEach(({ sentence }, place) => {
      if (!spans.some((span) => overlaps(span, sentence))) return;
      const places = spans.map(({ start, end }) => [start - sentence.start, end - sentence.start]);
      const shape = [said, names.get(sourceId ?? '') ?? null, cue.length, content.length, places];
      told[place] = `${told[place] ?? ''}${JSON.stringify(shape)}`;
    });
  }
  return told;
});
