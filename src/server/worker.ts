import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { workerPlatform } from './worker-platform';
import { startServer } from './start';

/** The language server as a web worker; the editor's file system is lent to it over the same connection. */
const scope = globalThis as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
startServer(connection, workerPlatform(connection));
