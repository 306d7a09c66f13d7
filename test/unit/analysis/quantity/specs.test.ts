import { strict as assert } from 'node:assert';
import { hasShared } from '../../../../bench/quantity-specs';
import { scoreQuantity } from '../../../../bench/score-quantity';

describe('published number specs', () => {
  if (!hasShared()) {
    it.skip('needs ../shared/corpora beside the repository, which is not there');
    return;
  }
  const figures = scoreQuantity();
  const check = (name: string, floor: number): void => {
    it(`${name} ≥ ${floor} %`, () => {
      const figure = figures.find((f) => f.name === name);
      assert.ok(figure && figure.total > 0, `figure ${name}`);
      assert.ok((100 * figure.right) / figure.total >= floor, `${figure.right} of ${figure.total}`);
    });
  };
  check('gold.recall', 100);
  check('gold.precision', 100);
  check('gold.value_right', 100);
  check('gold.designators_refused', 100);
  for (const model of [
    'Number',
    'NumberRange',
    'Ordinal',
    'Percent',
    'Currency',
    'Dimension',
    'Age',
    'Temperature',
  ])
    check(`recognizers.${model}`, 98);
  check('recognizers.all', 99);
  check('quantulum3', 95);
});
