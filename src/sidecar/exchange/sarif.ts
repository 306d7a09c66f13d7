import type { Finding } from '../check';
import { problemText } from '../problems';
import type { Json } from './web-annotation';

/** The findings of one file. */
export interface CheckedFile {
  /** Relative to the folder that was checked, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Findings as a SARIF 2.1.0 log, as code scanning services read it. Columns count UTF-16 code units. */
export function toSarif(files: readonly CheckedFile[], version: string): Json {
  const codes = [...new Set(files.flatMap(({ findings }) => findings.map(({ code }) => code)))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Corroborate', version, rules: codes.map((id) => ({ id })) },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => {
          const lines = lineStarts(file.text);
          return file.findings.map((finding) => result(file, finding, lines, codes.indexOf(finding.code)));
        }),
      },
    ],
  };
}

function result(file: CheckedFile, finding: Finding, lines: readonly number[], ruleIndex: number): Json {
  const [start, end] = [position(lines, finding.start), position(lines, finding.end)];
  return {
    ruleId: finding.code,
    ruleIndex,
    level: finding.severity,
    message: { text: problemText(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.path.split('/').map(encodeURIComponent).join('/') },
          region: {
            startLine: start.line,
            startColumn: start.column,
            endLine: end.line,
            endColumn: end.column,
          },
        },
      },
    ],
    ...(finding.id === null
      ? {}
      : { partialFingerprints: { 'annotation/v1': `${finding.code}:${finding.id}` } }),
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column, both from 1. */
function position(starts: readonly number[], offset: number): { line: number; column: number } {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
