import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serveBackgroundJobs } from '../node/background';
import { nodePlatform } from './node-platform';
import { startServer } from './start';

/**
 * The language server as a process: `node server.js --stdio` (or `--node-ipc`, `--socket=PORT`) for any LSP editor. The threads that
 * work beside it run this same program.
 */
if (!serveBackgroundJobs())
  startServer(
    createConnection(ProposedFeatures.all),
    nodePlatform(path.join(__dirname, 'statements.bin'), __filename),
  );
