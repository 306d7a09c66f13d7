export { createCorpus, comparePaths } from './corpus';
export type { Corpus, CorpusArticle } from './corpus';
export { createStories } from './stories';
export type { Stories, Story } from './stories';
export type { Dictionary } from './dictionary';
export type { ArticleFeatures } from './features';
export { cacheKey, decodeEntry, encodeEntry } from './cache';
