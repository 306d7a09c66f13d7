import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './run';
import type { Terminal } from './terminal';
import { Exit } from './terminal';

/** The program `corroborate`. What it needs lies beside it: the server and the statement tagger's weights. */
async function main(): Promise<void> {
  const { stdout, stderr, env } = process;
  const terminal: Terminal = {
    out: (text) => stdout.write(`${text}\n`),
    err: (text) => stderr.write(`${text}\n`),
    colours: stdout.isTTY && env.NO_COLOR === undefined && env.TERM !== 'dumb',
    cwd: process.cwd(),
  };
  const installation = {
    version: await version(),
    loadModel: () => readFile(path.join(__dirname, 'statements.bin')).catch(() => null),
    serve: () => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- the server starts as soon as its module is loaded
      require(path.join(__dirname, 'server.js'));
      return new Promise<never>(() => undefined);
    },
  };
  process.exitCode = await run(process.argv.slice(2), installation, terminal);
}

async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(__dirname, '..', 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
}

// A reader that closes early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(Exit.fine);
  throw error;
});
main().catch((error: unknown) => {
  process.stderr.write(
    `corroborate: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = Exit.cannotRun;
});
