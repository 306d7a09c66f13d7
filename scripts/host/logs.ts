import fs from 'node:fs';
import path from 'node:path';

/** The log files of the extension's output channels in a workbench's home folder. */
export function extensionLogs(home: string): string[] {
  return logFiles(home).filter((file) => /corroborate[^/\\]*\.log$/i.test(file));
}

/** The log files of the extension hosts themselves, where activation errors stand. */
export function hostLogs(home: string): string[] {
  return logFiles(home).filter((file) => /exthost[^/\\]*\.log$/.test(file));
}

function logFiles(home: string): string[] {
  const logs = path.join(home, 'data', 'logs');
  if (!fs.existsSync(logs)) return [];
  return fs.readdirSync(logs, { recursive: true, encoding: 'utf8' }).map((name) => path.join(logs, name));
}
