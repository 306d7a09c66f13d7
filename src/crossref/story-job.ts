import type { CorpusArticle, PackedArticle, Story } from '../corpus';
import { ByteReader, ByteWriter, createDictionary, tokenFeatures, unpackAnalysis } from '../corpus';
import { readArticleText } from '../text';
import type { Corrections } from './corrections';
import { packFacts } from './packed-facts';
import { packNames, sharedNames } from './shared-names';
import { StoryComparison } from './story-comparison';

/** Everything that comparing one story needs, in a form that can be sent to another thread. */
export interface StoryJob {
  readonly articles: readonly (PackedArticle & {
    readonly path: string;
    readonly date: string | undefined;
  })[];
  /** For a large story, the places of the articles nearest to each. */
  readonly near: readonly (readonly number[])[] | null;
  readonly corrections: Corrections;
}

/** Makes the job for a story. */
export function storyJob(
  story: Story,
  corrections: Corrections,
  near: ((article: CorpusArticle) => ReadonlySet<number>) | null,
): StoryJob {
  const places = new Map(story.map((article, i) => [article.slot, i]));
  const placesOf = (slots: ReadonlySet<number>): number[] =>
    [...slots].map((slot) => places.get(slot)).filter((place) => place !== undefined);
  return {
    articles: story.map(({ path, date, packed: { source, format, analysis } }) => ({
      path,
      date,
      source,
      format,
      analysis,
    })),
    near: near === null ? null : story.map((article) => placesOf(near(article))),
    corrections,
  };
}

/** What came of comparing a story elsewhere, packed. */
export interface StoryResult {
  readonly facts: Uint8Array;
  /** The names that its articles share ({@link sharedNames}). */
  readonly names: Uint8Array;
}

/** Reads what {@link runStoryJob} gave. */
export function readStoryResult(bytes: Uint8Array): StoryResult {
  const input = new ByteReader(bytes);
  return { facts: input.bytes(), names: input.bytes() };
}

/** Compares the story of a job. Depends on nothing else; gives the packed facts and names. */
export function runStoryJob({ articles, near, corrections }: StoryJob): Uint8Array<ArrayBuffer> {
  const dictionary = createDictionary();
  const story = articles.map(({ path, date, source, format, analysis: bytes }, slot): CorpusArticle => {
    const packed = { source, format, analysis: bytes };
    const text = readArticleText(source, format);
    const analysis = unpackAnalysis(packed);
    const features = { ...NOT_INDEXED, ...tokenFeatures(text, dictionary) };
    return { path, version: 0, slot, packed, text, analysis, features, date };
  });
  const nearOf = (article: CorpusArticle): ReadonlySet<number> => new Set(near?.[article.slot]);
  const facts = new StoryComparison(dictionary, corrections, nearOf).compare(story);
  const sources = new Map(articles.map(({ path, source }) => [path, source]));
  const out = new ByteWriter();
  out.bytes(packFacts(facts, (path) => sources.get(path) ?? ''));
  out.bytes(packNames(sharedNames(story, corrections)));
  return out.finish();
}

/** Stories are found before they are compared, so their articles need no place in an index. */
const NOT_INDEXED = {
  terms: new Uint32Array(0),
  counts: new Uint16Array(0),
  opening: new Uint32Array(0),
  leadNumbers: new Set<number>(),
};
