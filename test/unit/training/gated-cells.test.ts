import assert from 'node:assert/strict';
import { CELLS, WIDTH } from '../../../src/analysis/statement/network-weights';
import type { Parameters } from '../../../training/adam';
import { GatedCells } from '../../../training/gated-cells';
import { gaussianNumbers, randomNumbers } from '../../../training/random';

const TOKENS = 5;
const gauss = gaussianNumbers(randomNumbers(3));
const words = Float64Array.from({ length: TOKENS * WIDTH }, gauss);
/** What the cells are weighed with: the sum is what is looked at. */
const weights = Float64Array.from({ length: TOKENS * CELLS }, gauss);

function weighed(cells: GatedCells): number {
  const out = new Float64Array(TOKENS * CELLS);
  cells.forward(words, TOKENS, out, 0, CELLS);
  return out.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), 0);
}

/** How fast the sum grows with a number, by trying (central differences). */
function slope(cells: GatedCells, numbers: Float64Array, i: number): number {
  const STEP = 1 / 128;
  const was = numbers[i] ?? 0;
  numbers[i] = was + STEP;
  const above = weighed(cells);
  numbers[i] = was - STEP;
  const below = weighed(cells);
  numbers[i] = was;
  return (above - below) / (2 * STEP);
}

describe('training: gated cells', () => {
  for (const isBackward of [false, true])
    it(`gradients are the slopes, read ${isBackward ? 'backward' : 'forward'}`, () => {
      const cells = new GatedCells(isBackward, TOKENS, gauss);
      const ofWords = new Float64Array(TOKENS * WIDTH);
      weighed(cells);
      cells.backward(words, TOKENS, weights, 0, CELLS, ofWords);
      const check = (numbers: Float64Array, gradients: Float64Array): void => {
        for (let i = 0; i < numbers.length; i += 97) {
          const [expected, found] = [slope(cells, numbers, i), gradients[i] ?? 0];
          assert.ok(
            Math.abs(expected - found) < 0.01 * (1 + Math.abs(expected)),
            `${i}: ${found}, not ${expected}`,
          );
        }
      };
      check(words, ofWords);
      cells.parameters.forEach(({ values, gradients }: Parameters) => check(values, gradients));
    });
});
