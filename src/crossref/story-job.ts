import type { CorpusArticle, PackedArticle, Story } from '../corpus';
import { createDictionary, tokenFeatures, unpackAnalysis } from '../corpus';
import { readArticleText } from '../text';
import type { Corrections } from './corrections';
import { packFacts } from './packed-facts';
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

/** Compares the story of a job. Depends on nothing else; gives the packed facts. */
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
  return packFacts(facts, (path) => sources.get(path) ?? '');
}

/** Stories are found before they are compared, so their articles need no place in an index. */
const NOT_INDEXED = {
  terms: new Uint32Array(0),
  counts: new Uint16Array(0),
  opening: new Uint32Array(0),
  leadNumbers: new Set<number>(),
};
