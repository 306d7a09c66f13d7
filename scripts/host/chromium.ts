import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { run } from './processes';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds a Chromium to drive: CHROME_PATH, the usual places, or Debian's package where this process may install it.
 * @throws Error that tells a person how to get one
 */
export async function ensureChromium(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (fs.existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  }
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && hasCommand('apt-get')) await installWithApt();
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    'No Chromium found. Install one (Debian, Ubuntu: sudo apt-get install chromium) or name one with CHROME_PATH.',
  );
}

function findChromium(): string | undefined {
  return USUAL_PLACES.find((place) => fs.existsSync(place));
}

function hasCommand(name: string): boolean {
  try {
    execFileSync('which', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function installWithApt(): Promise<void> {
  console.error('Installing Chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): Promise<number> =>
    run('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], { env, stdio: ['ignore', 'ignore', 2] });
  // An old package list names files that the mirror no longer has, so the update comes first.
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
}
