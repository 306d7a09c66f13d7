/**
 * `npm test [stage …]`: builds, checks types and style, and runs every test there is, those in a real editor included
 * (installed first where that is needed). Ends with one line, "N passed, N failed, N skipped". CONTRIBUTING.md and
 * docs/testing.md tell more.
 */
import { ensureChromium } from './host/chromium';
import { ensureCodeServer } from './host/code-server';
import { desktopEditor } from './host/desktop';
import { endWithNpm } from './host/processes';
import { FAILED, NONE, add, type Counts } from './testing/counts';
import { STAGES, type Stage } from './testing/stages';

async function main(): Promise<void> {
  endWithNpm();
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no stage ${unknown.join(', ')}. Stages: ${STAGES.map((s) => s.name).join(', ')}.`,
    );
    process.exitCode = 2;
    return;
  }
  const stages = STAGES.filter((stage) => names.length === 0 || names.includes(stage.name));
  // The editor's download takes a minute and little of the processor: it goes on beside the first stages.
  const host = stages.some((s) => ['extension', 'browser'].includes(s.name))
    ? installHost()
    : Promise.resolve();
  let total = NONE;
  let built = true;
  for (const stage of stages) {
    const counts: Counts = stage.needsBuild === true && !built ? FAILED : await runStage(stage, host);
    if (stage.name === 'build') built = counts.failed === 0;
    total = add(total, counts);
  }
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function runStage(stage: Stage, host: Promise<void>): Promise<Counts> {
  if (stage.needsBuild === true) await host;
  const started = Date.now();
  console.log(`\n── ${stage.name}`);
  const counts = await stage.run().catch((error: unknown) => {
    console.error(error);
    return FAILED;
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const verdict = counts.failed === 0 ? 'ok' : 'FAILED';
  console.log(
    `── ${stage.name}: ${verdict} (${counts.passed} ok, ${counts.failed} not, ${counts.skipped} left out; ${seconds} s)`,
  );
  return counts;
}

/** Never rejects: the stages that need the host ask for it again and report what is wrong. */
async function installHost(): Promise<void> {
  const server = desktopEditor().then((desktop) => (desktop === undefined ? ensureCodeServer() : undefined));
  await Promise.allSettled([server, ensureChromium()]);
}

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => process.exit());
