import { parseArgs } from 'node:util';
import { adopt } from './commands/adopt';
import { analyze } from './commands/analyze';
import { check } from './commands/check';
import { compare } from './commands/compare';
import { EXPORT_FORMATS, exportAnnotations, importAnnotations } from './commands/exchange';
import { installMergeDriver, merge } from './commands/merge';
import { HELP } from './help';
import type { Terminal } from './terminal';
import { Exit, UsageError } from './terminal';

/** What the commands need from the installation. */
export interface Installation {
  readonly version: string;
  /** The statement tagger's weights, or null where they are not to be had. */
  loadModel(): Promise<Uint8Array | null>;
  /** Runs the language server on this process's streams; resolves never. */
  serve(): Promise<never>;
}

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string', default: '' },
  output: { type: 'string', short: 'o' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
  stdio: { type: 'boolean', default: false },
} as const;

/**
 * Runs one command line.
 * @param argv the arguments after the program's name
 * @returns the exit code: 0 fine, 1 findings, 2 cannot run
 */
export async function run(
  argv: readonly string[],
  installation: Installation,
  terminal: Terminal,
): Promise<number> {
  try {
    return await dispatch(argv, installation, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`corroborate: ${error.message}`);
    return Exit.cannotRun;
  }
}

async function dispatch(
  argv: readonly string[],
  installation: Installation,
  terminal: Terminal,
): Promise<number> {
  const { values, positionals } = parse(argv);
  const [command, ...rest] = positionals;
  if (values.help || command === 'help') return say(terminal, HELP.trimEnd());
  if (values.version) return say(terminal, installation.version);
  const format = (...allowed: string[]): string => {
    if (allowed.includes(values.format)) return values.format;
    throw new UsageError(`--format ${values.format}: must be one of ${allowed.join(', ')}`);
  };
  switch (command) {
    case 'analyze': {
      const json = format('text', 'json') === 'json';
      return analyze(atLeastOne(rest, 'analyze PATH…'), json, await installation.loadModel(), terminal);
    }
    case 'compare': {
      const json = format('text', 'json') === 'json';
      const [folder, ...more] = rest;
      if (folder === undefined || more.length > 0)
        throw new UsageError('compare needs one FOLDER (see --help)');
      return compare(folder, json, await installation.loadModel(), terminal);
    }
    case 'check':
      return check(
        atLeastOne(rest, 'check PATH…'),
        format('text', 'json', 'sarif'),
        values['fail-on'],
        installation.version,
        terminal,
      );
    case 'merge':
      return merge(rest, values.output, terminal);
    case 'export': {
      const [article, ...more] = rest;
      if (article === undefined || more.length > 0)
        throw new UsageError('export needs one ARTICLE (see --help)');
      const wanted = values.format === 'text' ? 'jsonld' : values.format;
      const kind = EXPORT_FORMATS.find((f) => f === wanted);
      if (kind === undefined)
        throw new UsageError(`--format ${wanted}: must be one of ${EXPORT_FORMATS.join(', ')}`);
      return exportAnnotations(article, kind, values.output, terminal);
    }
    case 'import': {
      const [article, source, ...more] = rest;
      if (article === undefined || source === undefined || more.length > 0)
        throw new UsageError('import needs ARTICLE and FILE (see --help)');
      return importAnnotations(article, source, terminal);
    }
    case 'adopt': {
      const [old, now, ...more] = rest;
      if (old === undefined || now === undefined || more.length > 0)
        throw new UsageError('adopt needs OLD and NEW (see --help)');
      return adopt(old, now, terminal);
    }
    case 'install-merge-driver':
      return installMergeDriver(rest[0] ?? '.', terminal);
    case 'lsp':
      return installation.serve();
    case undefined:
      terminal.err(HELP.trimEnd());
      return Exit.cannotRun;
    default:
      throw new UsageError(`no command "${command}" (see --help)`);
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function atLeastOne(paths: readonly string[], usage: string): readonly string[] {
  if (paths.length === 0) throw new UsageError(`give at least one path: ${usage}`);
  return paths;
}

function say(terminal: Terminal, text: string): number {
  terminal.out(text);
  return Exit.fine;
}
