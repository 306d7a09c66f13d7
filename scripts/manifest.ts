import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './host/paths';

/** What package.json contributes as one command. */
interface ContributedCommand {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
}

/**
 * A command's title as the palette shows it, "Corroborate: Annotate …".
 * @param id the command's id; what package.json does not contribute is taken for a title and comes back as it is
 */
export function commandTitle(id: string): string {
  const command = contributedCommands().find((c) => c.command === id);
  if (command === undefined) return id;
  const title = command.title.replace(/^%(.*)%$/, (_, key: string) => texts().get(key) ?? key);
  return command.category === undefined ? title : `${command.category}: ${title}`;
}

/** The extension's version. */
export function version(): string {
  return String(member(readJson('package.json'), 'version'));
}

function contributedCommands(): readonly ContributedCommand[] {
  const contributes = member(readJson('package.json'), 'contributes');
  const commands = member(contributes, 'commands');
  return Array.isArray(commands) ? commands.filter(isCommand) : [];
}

function isCommand(value: unknown): value is ContributedCommand {
  return typeof member(value, 'command') === 'string' && typeof member(value, 'title') === 'string';
}

function texts(): Map<string, string> {
  const json = readJson('package.nls.json');
  const entries: [string, unknown][] = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  return new Map(entries.flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])));
}

function readJson(name: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(ROOT, name), 'utf8'));
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
