import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodePlatform } from './node-platform';
import { startServer } from './start';

/** The language server as a process: `node server.js --stdio` (or `--node-ipc`, `--socket=PORT`) for any LSP editor. */
startServer(createConnection(ProposedFeatures.all), nodePlatform(path.join(__dirname, 'statements.bin')));
