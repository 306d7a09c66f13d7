import { randomNumbers } from './random';

/** A matrix of mostly zeros, row by row. */
export interface SparseRows {
  readonly rows: readonly {
    readonly columns: number[];
    readonly values: number[];
  }[];
  readonly width: number;
}

/** The left singular vectors of the `d` largest values, each row scaled to length 1 (randomised, Halko et al. 2011). */
export function reduceRows(matrix: SparseRows, d: number, seed: number): Float64Array {
  const random = randomNumbers(seed);
  let basis = Float64Array.from({ length: matrix.width * d }, () => random() * 2 - 1);
  let image = new Float64Array(0);
  for (let round = 0; round < 4; round++) {
    image = new Float64Array(matrix.rows.length * d);
    addProducts(matrix, d, (row, column) => [basis, column * d, image, row * d]);
    if (round === 3) break;
    orthonormalise(image, matrix.rows.length, d);
    basis = new Float64Array(matrix.width * d);
    addProducts(matrix, d, (row, column) => [image, row * d, basis, column * d]);
    orthonormalise(basis, matrix.width, d);
  }
  for (let r = 0; r < matrix.rows.length; r++) {
    const norm = Math.hypot(...image.subarray(r * d, (r + 1) * d)) || 1;
    for (let k = 0; k < d; k++) image[r * d + k] = (image[r * d + k] ?? 0) / norm;
  }
  return image;
}

/** Adds to one row of `d` numbers a multiple of another, for every value of the matrix. */
function addProducts(
  matrix: SparseRows,
  d: number,
  place: (row: number, column: number) => [from: Float64Array, at: number, to: Float64Array, to: number],
): void {
  matrix.rows.forEach(({ columns, values }, r) => {
    columns.forEach((column, i) => {
      const [from, at, to, start] = place(r, column);
      const value = values[i] ?? 0;
      for (let k = 0; k < d; k++) to[start + k] = (to[start + k] ?? 0) + value * (from[at + k] ?? 0);
    });
  });
}

/** Makes the `d` columns of a matrix orthogonal and of length 1, in place (Gram and Schmidt). */
export function orthonormalise(m: Float64Array, rows: number, d: number): void {
  for (let k = 0; k < d; k++) {
    for (let j = 0; j < k; j++) {
      let dot = 0;
      for (let r = 0; r < rows; r++) dot += (m[r * d + k] ?? 0) * (m[r * d + j] ?? 0);
      for (let r = 0; r < rows; r++) m[r * d + k] = (m[r * d + k] ?? 0) - dot * (m[r * d + j] ?? 0);
    }
    let norm = 0;
    for (let r = 0; r < rows; r++) norm += (m[r * d + k] ?? 0) ** 2;
    norm = Math.sqrt(norm) || 1;
    for (let r = 0; r < rows; r++) m[r * d + k] = (m[r * d + k] ?? 0) / norm;
  }
}
