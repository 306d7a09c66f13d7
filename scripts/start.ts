/**
 * `npm start [folder]`: builds and opens a real VS Code with the extension on a folder (default `examples/`): the
 * desktop editor where it can be had, else a workbench served on 127.0.0.1 for any browser (PORT chooses the port).
 * Ctrl-C ends it and leaves nothing running.
 */
import fs from 'node:fs';
import path from 'node:path';
import { desktopEditor, openDesktop } from './host/desktop';
import { makeTempFolder, removeFolder, ROOT } from './host/paths';
import { endWithNpm, isEnding, onEnd } from './host/processes';
import { serveWorkbench } from './host/workbench';
import { packVsix } from './vsix';

async function main(): Promise<void> {
  endWithNpm();
  const folder = path.resolve(process.argv[2] ?? path.join(ROOT, 'examples'));
  if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) {
    console.error(`npm start: there is no folder ${folder}`);
    process.exitCode = 2;
    return;
  }
  const port = portFromEnvironment();
  const home = makeTempFolder('corroborate');
  onEnd(() => removeFolder(home));
  const vsix = path.join(home, 'corroborate.vsix');
  console.log('Building and packing the extension …');
  await packVsix(vsix);
  const desktop = await desktopEditor();
  if (desktop !== undefined) {
    console.log(`Opening ${folder} in ${desktop}; Ctrl-C here closes it.`);
    process.exitCode = await openDesktop(desktop, { home, vsix, folder });
  } else {
    await serve(home, vsix, folder, port);
  }
}

async function serve(home: string, vsix: string, folder: string, port: number | undefined): Promise<void> {
  const workbench = await serveWorkbench({ home, vsix, ...(port === undefined ? {} : { port }) });
  console.log(`VS Code with Corroborate: ${workbench.url(folder)}\nCtrl-C stops it.`);
  await new Promise((resolve) => {
    workbench.process.once('exit', () => {
      if (!isEnding()) resolve(undefined);
    });
  });
  throw new Error(`The server ended by itself:\n${workbench.log().slice(-2000)}`);
}

function portFromEnvironment(): number | undefined {
  const text = process.env.PORT;
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT is not a port number: ${text}`);
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => process.exit());
