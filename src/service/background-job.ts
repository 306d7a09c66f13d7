import type { Analyser } from '../analysis';
import type { KeyedRecord } from '../corpus';
import { cacheKey, packRecords, recordOf } from '../corpus';
import type { StoryJob } from '../crossref';
import { runStoryJob } from '../crossref';
import type { Format } from '../text';
import { readArticleText } from '../text';

/** A text to read and analyse. */
export interface UnreadText {
  readonly source: string;
  readonly format: Format;
}

/** Work that can be done in another thread. */
export type BackgroundJob =
  | { readonly kind: 'analyse'; readonly texts: readonly UnreadText[] }
  | { readonly kind: 'compare'; readonly story: StoryJob };

/** Does the work: packed records in the order of the texts, or packed facts. */
export function runJob(analyser: Analyser, job: BackgroundJob): Uint8Array<ArrayBuffer> {
  if (job.kind === 'compare') return runStoryJob(job.story);
  return packRecords(job.texts.map((text) => analyseText(analyser, text)));
}

function analyseText(analyser: Analyser, { source, format }: UnreadText): KeyedRecord {
  const text = readArticleText(source, format);
  return [cacheKey(source, format), recordOf(text, analyser.analyse(text))];
}
