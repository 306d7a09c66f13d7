import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createAnalyser } from '../../../src/analysis';
import { createCorpus } from '../../../src/corpus';
import type { Corpus } from '../../../src/corpus';
import { readArticleText } from '../../../src/text';

const analyser = createAnalyser(null);

/** An invented article. */
export interface StoryFile {
  readonly path: string;
  readonly source: string;
}

/** Splits a story file into its articles at lines `=== path`. */
export function storyFiles(story: string): StoryFile[] {
  return story
    .split(/^=== /mu)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const newline = part.indexOf('\n');
      return { path: part.slice(0, newline).trim(), source: part.slice(newline + 1) };
    });
}

/** The articles of every golden story, each under its story's name. */
export function goldenStories(): StoryFile[] {
  const folder = path.resolve(import.meta.dirname, '../../golden/crossref');
  return readdirSync(folder)
    .filter((f) => f.endsWith('.story.txt'))
    .flatMap((f) =>
      storyFiles(readFileSync(path.join(folder, f), 'utf8')).map((file) => ({
        ...file,
        path: `${f}/${file.path}`,
      })),
    );
}

export function corpusOf(files: readonly StoryFile[]): Corpus {
  const corpus = createCorpus();
  files.forEach((file) => putFile(corpus, file));
  return corpus;
}

export function putFile(corpus: Corpus, { path, source }: StoryFile, version = 1): void {
  const text = readArticleText(source, path.endsWith('.md') ? 'markdown' : 'plain');
  corpus.put(path, text, analyser.analyse(text), version);
}
