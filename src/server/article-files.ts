import picomatch from 'picomatch/posix';
import type { Settings } from '../protocol';

/** Whether a file of a folder is read as an article, by the person's patterns. */
export function isArticleFile({ include, exclude }: Settings, path: string): boolean {
  return matches(include, path) && !matches(exclude, path);
}

/** Whether a file of a folder is never an article, also while an editor has it open. */
export function isExcluded({ exclude }: Settings, path: string): boolean {
  return matches(exclude, path);
}

/** Whether two settings take the same files for articles. */
export function sameFiles(a: Settings, b: Settings): boolean {
  const files = ({ include, exclude, maxFileSize }: Settings): string =>
    JSON.stringify([include, exclude, maxFileSize]);
  return files(a) === files(b);
}

/** Patterns are compiled once a setting. */
const compiled = new WeakMap<readonly string[], (path: string) => boolean>();

function matches(patterns: readonly string[], path: string): boolean {
  let match = compiled.get(patterns);
  if (match === undefined) compiled.set(patterns, (match = picomatch([...patterns])));
  return match(path);
}
