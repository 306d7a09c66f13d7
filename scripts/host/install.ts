/** `npx tsx scripts/host/install.ts`: puts the test host's parts into the cache ahead of time. */
import { ensureChromium } from './chromium';
import { ensureCodeServer } from './code-server';

async function main(): Promise<void> {
  const [chromium, server] = await Promise.all([ensureChromium(), ensureCodeServer()]);
  console.log(`Chromium: ${chromium}\ncode-server: ${server.entry}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
