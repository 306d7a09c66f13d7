import { chromium, type Browser } from 'playwright-core';
import { ensureChromium } from './chromium';

/** What keeps a headless Chromium to itself: no sandbox inside containers, no request of its own. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts a headless Chromium, installed first where that is needed. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await ensureChromium();
  // Signals are handled by ./processes: Playwright's own handlers would end this process before the others are gone.
  return chromium.launch({
    executablePath,
    args: ARGS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
