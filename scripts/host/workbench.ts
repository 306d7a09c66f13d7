import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { ensureCodeServer, type CodeServer } from './code-server';
import { run, start, stop } from './processes';

/** A served workbench. */
export interface Workbench {
  /** `127.0.0.1:port` */
  readonly authority: string;
  readonly process: ChildProcess;
  /** The address that opens the workbench on a folder, with more query parameters where given. */
  url(folder: string, query?: Readonly<Record<string, string>>): string;
  /** What the server has printed so far. */
  log(): string;
  stop(): Promise<void>;
}

/** How to serve one. */
export interface WorkbenchOptions {
  /** A short-named folder for user data, extensions and logs, made and removed by the caller. */
  readonly home: string;
  readonly port?: number;
  readonly vsix?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: NodeJS.ProcessEnv;
  /** The language to show, such as "de"; the editor's own words stay English, extensions' are translated. */
  readonly locale?: string;
  /** More flags for the server. */
  readonly args?: readonly string[];
}

/** What makes the workbench quiet: nothing but the folder's own content, and no request to other machines. */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const START_TIMEOUT_MS = 60_000;

/**
 * Installs the extension, if one is given, into a code-server and serves its workbench on 127.0.0.1.
 * @throws Error with the server's log where it does not come up
 */
export async function serveWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const server = await ensureCodeServer();
  const { home } = options;
  fs.mkdirSync(path.join(home, 'data', 'User'), { recursive: true });
  fs.writeFileSync(path.join(home, 'config.yaml'), 'auth: none\ncert: false\n');
  const settings = JSON.stringify({ ...QUIET_SETTINGS, ...options.settings }, undefined, 2);
  fs.writeFileSync(path.join(home, 'data', 'User', 'settings.json'), settings);
  if (options.vsix !== undefined) await installExtension(server, home, options.vsix);
  if (options.locale !== undefined) addLanguage(home, options.locale);
  const port = options.port ?? (await freePort());
  const authority = `127.0.0.1:${port}`;
  const child = spawnServer(server, options, authority);
  const workbench: Workbench = {
    authority,
    process: child,
    url: (folder, query = {}) => {
      const parameters = new URLSearchParams({ folder: path.resolve(folder), ...query });
      return `http://${authority}/?${parameters.toString()}`;
    },
    log: () => fs.readFileSync(logFile(home), 'utf8'),
    stop: () => stop(child),
  };
  await untilHealthy(workbench);
  return workbench;
}

/** A port of 127.0.0.1 that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function folders(home: string): string[] {
  return [
    '--config',
    path.join(home, 'config.yaml'),
    '--user-data-dir',
    path.join(home, 'data'),
    '--extensions-dir',
    path.join(home, 'extensions'),
  ];
}

function environment(home: string, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    EXTENSIONS_GALLERY: '{}',
    // The server keeps small files outside its data folder too; HOME itself stays as it is, for git's user name.
    XDG_DATA_HOME: path.join(home, 'share'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    XDG_RUNTIME_DIR: home,
    ...extra,
  };
}

async function installExtension(server: CodeServer, home: string, vsix: string): Promise<void> {
  const args = [server.entry, ...folders(home), '--install-extension', vsix];
  const code = await run(server.node, args, { env: environment(home), stdio: ['ignore', 'ignore', 2] });
  if (code !== 0) throw new Error(`installing ${vsix} into code-server failed (exit ${code})`);
}

/**
 * Lists a language pack without a word in it. Editors take a language only where they know a pack for it, and Microsoft's are in a
 * marketplace that few test machines reach.
 */
function addLanguage(home: string, locale: string): void {
  const words = path.join(home, 'words.json');
  fs.writeFileSync(words, '{"contents":{}}\n');
  const extensions = [{ extensionIdentifier: { id: `words.${locale}` }, version: '1.0.0' }];
  const pack = { hash: 'empty', label: locale, extensions, translations: { vscode: words } };
  fs.writeFileSync(path.join(home, 'data', 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

function spawnServer(server: CodeServer, options: WorkbenchOptions, authority: string): ChildProcess {
  const log = fs.openSync(logFile(options.home), 'w');
  const flags = ['--auth', 'none', '--bind-addr', authority, '--disable-telemetry', '--disable-update-check'];
  const quiet = ['--disable-workspace-trust', '--disable-getting-started-override'];
  const language = options.locale === undefined ? [] : ['--locale', options.locale];
  const more = [...flags, ...quiet, ...language, ...(options.args ?? [])];
  const args = [server.entry, ...folders(options.home), ...more];
  const env = environment(options.home, options.env);
  const child = start(server.node, args, { env, stdio: ['ignore', log, log] });
  fs.closeSync(log);
  return child;
}

function logFile(home: string): string {
  return path.join(home, 'server.log');
}

async function untilHealthy(workbench: Workbench): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && workbench.process.exitCode === null) {
    const answer = await fetch(`http://${workbench.authority}/healthz`).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await workbench.stop();
  throw new Error(`code-server did not start on ${workbench.authority}:\n${workbench.log().slice(-4000)}`);
}
