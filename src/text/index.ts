export * from './span';
export * from './article-text';
export { readArticleText } from './read-article-text';
export { firstTokenFrom, quotationAt, sentenceAt, tokenAt, tokenText } from './lookup';
export { foldWord, isSpace } from './characters';
