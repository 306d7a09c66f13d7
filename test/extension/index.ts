import fs from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import Mocha from 'mocha';
import { LINE_MARK } from '../../scripts/testing/line-mark';
import { writeCounts } from '../../scripts/testing/counts';

/**
 * What VS Code's test mode calls inside the extension host: runs every test beside this file. The counts go into the file
 * that TEST_RESULT names, because a host that dies ends like one that passed.
 */
export async function run(): Promise<void> {
  // The host's own lines go through the same console.
  Mocha.reporters.Base.consoleLog = (format?: unknown, ...args: unknown[]) =>
    console.log(util.format(format ?? '', ...args).replace(/^/gm, LINE_MARK));
  const mocha = new Mocha({ color: false, timeout: 60_000, reporter: 'spec', forbidOnly: true });
  const suite = path.join(__dirname, 'suite');
  for (const name of fs.readdirSync(suite).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(path.join(suite, name));
  }
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  if (stats === undefined) throw new Error('mocha kept no counts');
  const file = process.env.TEST_RESULT;
  if (file !== undefined) writeCounts(file, stats);
  if (stats.failures > 0) throw new Error(`${stats.failures} tests failed`);
}
