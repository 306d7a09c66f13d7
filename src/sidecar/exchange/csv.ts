import type { AnchorResult, AnnotationSet } from '../../annotation';

const COLUMNS = [
  'id',
  'article',
  'quote',
  'anchor',
  'start',
  'end',
  'status',
  'verdict',
  'tags',
  'by',
  'made',
  'edited',
  'note',
  'replies',
] as const;

/**
 * One row an annotation, for spreadsheets (RFC 4180, CRLF). A cell that a spreadsheet would run as a formula gets an apostrophe
 * before it.
 * @param anchors where the annotations are now, where known
 */
export function toCsv(set: AnnotationSet, anchors: readonly AnchorResult[] = []): string {
  const places = new Map(anchors.map((result) => [result.id, result]));
  const rows = set.annotations.map((annotation): readonly string[] => {
    const place = places.get(annotation.id);
    const span = place?.span ?? annotation.selector?.at;
    return [
      annotation.id,
      set.article,
      annotation.selector?.quote ?? '',
      place?.status ?? '',
      span === undefined ? '' : String(span.start),
      span === undefined ? '' : String(span.end),
      annotation.status,
      annotation.verdict ?? '',
      annotation.tags.join(' '),
      annotation.by,
      annotation.made,
      annotation.edited ?? '',
      annotation.note,
      annotation.replies.map(({ by, text }) => `${by}: ${text}`).join('\n'),
    ];
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
