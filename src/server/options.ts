import type { InitializationOptions, Settings } from '../protocol';

/** The settings of a client that sends none. */
export const DEFAULT_SETTINGS: Settings = {
  include: ['**/*.txt', '**/*.md', '**/*.article'],
  exclude: ['**/node_modules/**', '**/.git/**', '**/.*/**', '**/README.md', '**/CHANGELOG.md', '**/LICENSE*'],
  maxFileSize: 2_000_000,
  conflictSeverity: 'information',
  codeLens: false,
  author: '',
};

/** Options of a client, with defaults for what it does not send (other editors send none). */
export function readOptions(value: unknown): InitializationOptions {
  const given = isRecord(value) ? value : {};
  return {
    settings: readSettings(given.settings),
    clientFiles: given.clientFiles === true,
    clientWatches: given.clientWatches === true,
    clientCommands: given.clientCommands === true,
    ...(typeof given.model === 'string' ? { model: given.model } : {}),
    ...(typeof given.storage === 'string' ? { storage: given.storage } : {}),
    ...(isRecord(given.translations) ? { translations: onlyTexts(given.translations) } : {}),
  };
}

/** Settings as the client sent them; what is missing or of another type has its default. */
export function readSettings(value: unknown): Settings {
  const given = isRecord(value) ? value : {};
  const texts = (key: 'include' | 'exclude'): readonly string[] => {
    const list: unknown = given[key];
    return Array.isArray(list)
      ? list.filter((v): v is string => typeof v === 'string')
      : DEFAULT_SETTINGS[key];
  };
  const severities = ['off', 'hint', 'information', 'warning'] as const;
  return {
    include: texts('include'),
    exclude: texts('exclude'),
    maxFileSize: typeof given.maxFileSize === 'number' ? given.maxFileSize : DEFAULT_SETTINGS.maxFileSize,
    conflictSeverity:
      severities.find((s) => s === given.conflictSeverity) ?? DEFAULT_SETTINGS.conflictSeverity,
    codeLens: given.codeLens === true,
    author: typeof given.author === 'string' ? given.author : '',
  };
}

function onlyTexts(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((e): e is [string, string] => typeof e[1] === 'string'),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
