import fs from 'node:fs';
import path from 'node:path';
import { CACHE, removeFolder } from './paths';
import { withLock } from './lock';
import { runNpm } from './npm';

/** code-server 4.139.1 is VS Code 1.139.1 and runs on Node 24, which npm brings without an install script. */
const CODE_SERVER = '4.139.1';
const NODE = '24.21.0';

/** Where the two programs of an installed host are. */
export interface CodeServer {
  /** Node 24, which runs the server. */
  readonly node: string;
  /** The server's JavaScript entry, first argument of `node`. */
  readonly entry: string;
}

/**
 * Installs code-server and its Node into the cache unless they are there, once for all processes that ask at the same
 * time. An interrupted install leaves no half-made host: the folder gets its name only when it is whole.
 * @throws Error in words for a person where the platform is not served or npm fails
 */
export async function ensureCodeServer(): Promise<CodeServer> {
  const nodePackage = `node-${process.platform}-${process.arch}`;
  if (process.platform === 'win32')
    throw new Error('code-server does not run on Windows: use desktop VS Code.');
  const home = path.join(CACHE, `code-server-${CODE_SERVER}-node-${NODE}`);
  const stamp = path.join(home, 'complete');
  if (!fs.existsSync(stamp)) {
    fs.mkdirSync(CACHE, { recursive: true });
    await withLock(`${home}.lock`, async () => {
      if (!fs.existsSync(stamp)) await install(home, nodePackage);
    });
  }
  return {
    node: path.join(home, 'node_modules', nodePackage, 'bin', 'node'),
    entry: path.join(home, 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
  };
}

async function install(home: string, nodePackage: string): Promise<void> {
  console.error('Installing a VS Code server (code-server from npm), once; about two minutes …');
  const work = `${home}.partial`;
  removeFolder(work);
  removeFolder(home);
  fs.mkdirSync(work, { recursive: true });
  fs.writeFileSync(path.join(work, 'package.json'), '{"name":"vscode-host","private":true}\n');
  const nodeHome = path.join(work, 'node_modules', nodePackage);
  const vscode = path.join(work, 'node_modules', 'code-server', 'lib', 'vscode');
  const npm = npmIn(nodeHome);
  // Install scripts stay off: one of them builds kerberos, which few machines have the headers for.
  const packages = [`code-server@${CODE_SERVER}`, `${nodePackage}@${NODE}`];
  await npm(work, ['install', '--ignore-scripts', '--no-package-lock', ...packages]);
  await npm(vscode, ['install', '--ignore-scripts', '--omit=dev']);
  await npm(vscode, ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog']);
  fs.writeFileSync(path.join(work, 'complete'), '');
  fs.renameSync(work, home);
}

/** npm as run by the host's own Node, so that native modules are built for it and not for the Node of this process. */
function npmIn(nodeHome: string): (folder: string, args: readonly string[]) => Promise<void> {
  const env = {
    PATH: `${path.join(nodeHome, 'bin')}${path.delimiter}${process.env.PATH ?? ''}`,
    npm_config_nodedir: nodeHome,
  };
  return (folder, args) => runNpm(folder, args, env);
}
