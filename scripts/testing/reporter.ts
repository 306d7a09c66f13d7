import Mocha from 'mocha';
import { writeCounts } from './counts';

/** Mocha's dots and failures for a person, and the counts in the file that TEST_RESULT names for `npm test`. */
class CountingReporter extends Mocha.reporters.Dot {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env.TEST_RESULT;
    runner.once('end', () => {
      if (file !== undefined && runner.stats !== undefined) writeCounts(file, runner.stats);
    });
  }
}

module.exports = CountingReporter;
