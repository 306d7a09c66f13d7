export * from './span';
export * from './article-text';
export { readArticleText } from './read-article-text';
