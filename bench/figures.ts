/** One measured figure, as benches and scores give it back. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** "MB/s", "%", "ms"; nothing for a bare count or ratio. */
  readonly unit?: string;
  /** What the figure was counted from or may not pass: "412 of 437", "at least 8". */
  readonly note?: string;
}

/** What `bench()` of a bench module, or `score()` of a `score-*.ts` module, gives back. */
export type Measure = () => readonly Figure[] | Promise<readonly Figure[]>;

/** Figures as lines of text, aligned. */
export function table(rows: readonly Figure[]): string {
  const cells = rows.map((row) => [row.name, format(row.value), row.unit ?? '', row.note ?? '']);
  const width = (column: number): number => Math.max(0, ...cells.map((cell) => cell[column]?.length ?? 0));
  const [name, value, unit] = [width(0), width(1), width(2)];
  return cells
    .map(([a = '', b = '', c = '', d = '']) =>
      `${a.padEnd(name)}  ${b.padStart(value)} ${c.padEnd(unit)}  ${d}`.trimEnd(),
    )
    .join('\n');
}

/** Three significant digits are as much as any of these figures holds. */
function format(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** Whether a value that came from another process or module is a list of figures. */
export function isFigures(value: unknown): value is readonly Figure[] {
  return (
    Array.isArray(value) &&
    value.every((row: unknown) => typeof row === 'object' && row !== null && 'name' in row && 'value' in row)
  );
}
