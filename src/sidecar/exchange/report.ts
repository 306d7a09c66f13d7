import type { AnchorResult, Annotation, AnnotationSet } from '../../annotation';

/**
 * An article with its notes as Markdown: the text with numbers where notes are, then the notes; those whose words are gone or in
 * doubt first. Text of the article and words of reviewers cannot become markup of the page, notes keep their own Markdown.
 * @param article the text as an editor shows it
 * @param anchors the results of `anchor` for the set's annotations on that text
 */
export function toMarkdownReport(
  set: AnnotationSet,
  article: string,
  anchors: readonly AnchorResult[],
): string {
  const places = new Map(anchors.map((result) => [result.id, result]));
  const startOf = (annotation: Annotation): number => places.get(annotation.id)?.span?.start ?? -1;
  const numbered = [...set.annotations].sort((a, b) => startOf(a) - startOf(b));
  const notes = numbered.map((annotation, i) => note(annotation, i + 1, places.get(annotation.id)));
  return [
    `# ${escape(set.article)}`,
    ...(notes.length === 0 ? ['No notes.'] : ['## Notes', ...notes]),
    '## Text',
    marked(
      article,
      numbered.map((annotation) => places.get(annotation.id)?.span?.end ?? null),
    ),
    '',
  ].join('\n\n');
}

function note(annotation: Annotation, number: number, place: AnchorResult | undefined): string {
  const { selector, verdict, tags } = annotation;
  const quote = selector === undefined ? 'The whole article' : `“${escape(oneLine(selector.quote))}”`;
  const doubt =
    place === undefined || place.status === 'exact' || place.status === 'moved' ? '' : ` · *${place.status}*`;
  const facts = [
    `**${annotation.status}**${doubt}`,
    ...(verdict === undefined ? [] : [`verdict: ${escape(oneLine(verdict))}`]),
    ...(tags.length === 0 ? [] : [tags.map((tag) => escape(oneLine(tag))).join(', ')]),
    `${escape(annotation.by)}, ${annotation.made}`,
  ];
  const replies = annotation.replies.map(
    (reply) => `${escape(reply.by)}, ${reply.made}:\n\n${blockQuote(reply.text)}`,
  );
  const parts = [`### ${number}. ${quote}`, facts.join(' · ')];
  if (annotation.note !== '') parts.push(blockQuote(annotation.note));
  return [...parts, ...replies].join('\n\n');
}

/** The text with `[n]` after the words of each note. */
function marked(article: string, ends: readonly (number | null)[]): string {
  const marks = ends
    .flatMap((end, i) => (end === null ? [] : [{ end, number: i + 1 }]))
    .sort((a, b) => a.end - b.end || a.number - b.number);
  let result = '';
  let done = 0;
  for (const { end, number } of marks) {
    result += `${escape(article.slice(done, end))}**[${number}]**`;
    done = Math.max(done, end);
  }
  return (result + escape(article.slice(done))).trim();
}

function escape(text: string): string {
  const inline = text.replace(/[\\`*_{}[\]<>#|~&!]/g, (char) =>
    char === '<' ? '&lt;' : char === '&' ? '&amp;' : `\\${char}`,
  );
  return inline.replace(/^(\s*)([-+=]|\d{1,9}(?=[.)]))/gm, (_, space: string, first: string) =>
    /\d/.test(first) ? `${space}${first}\\` : `${space}\\${first}`,
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Markdown of a reviewer, without raw HTML, and unable to leave its quotation. */
function blockQuote(text: string): string {
  return text
    .replaceAll('<', '&lt;')
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\n');
}
