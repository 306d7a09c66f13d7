import path from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { run } from './processes';
import { CACHE } from './paths';

/** Microsoft's update service, asked before a download is tried; behind many firewalls it is not reachable. */
const PROBE = 'https://update.code.visualstudio.com/api/releases/stable';
const PROBE_TIMEOUT_MS = 4000;

/**
 * The path of a downloaded desktop VS Code, or undefined where the code-server host serves instead.
 * CORROBORATE_HOST=desktop or =code-server decides; unset, desktop is taken where there is a display and a way to download it.
 * @throws Error where the environment demands the desktop and it cannot be had
 */
export async function desktopEditor(): Promise<string | undefined> {
  const wanted = process.env.CORROBORATE_HOST ?? '';
  if (!['', 'desktop', 'code-server'].includes(wanted)) {
    throw new Error(`CORROBORATE_HOST is "${wanted}"; it may be "desktop" or "code-server".`);
  }
  if (wanted === 'code-server') return undefined;
  if (wanted === '' && !(hasDisplay() && (await canDownload()))) return undefined;
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: CACHE });
  } catch (error) {
    if (wanted === 'desktop') throw error;
    console.error(`Desktop VS Code could not be downloaded (${String(error)}); using code-server.`);
    return undefined;
  }
}

/** Flags that keep a desktop VS Code to itself; as root, Chromium's sandbox does not start. */
export function desktopFlags(home: string): string[] {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [
    ...root,
    `--user-data-dir=${path.join(home, 'data')}`,
    `--extensions-dir=${path.join(home, 'extensions')}`,
    '--disable-telemetry',
    '--disable-updates',
    '--disable-workspace-trust',
    '--skip-welcome',
    '--skip-release-notes',
  ];
}

/** Installs the extension into a fresh profile and shows the folder. Resolves with the exit code when the window closes. */
export async function openDesktop(
  executable: string,
  what: { readonly home: string; readonly vsix: string; readonly folder: string },
): Promise<number> {
  const flags = desktopFlags(what.home);
  const [cli = executable, ...cliArgs] = resolveCliArgsFromVSCodeExecutablePath(executable, {
    reuseMachineInstall: true,
  });
  const installed = await run(cli, [...cliArgs, ...flags, '--install-extension', what.vsix], {
    shell: process.platform === 'win32',
  });
  return installed === 0 ? run(executable, [...flags, what.folder], {}) : installed;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

async function canDownload(): Promise<boolean> {
  try {
    return (await fetch(PROBE, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) })).ok;
  } catch {
    return false;
  }
}
