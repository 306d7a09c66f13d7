import type { Connection } from 'vscode-languageserver';
import type { AdoptParams, AnnotationEdit, AnnotationOutcome, ExportFormat, Range } from '../../protocol';
import { Notifications, Requests } from '../../protocol';
import type { Session } from '../session';
import { allAnnotations } from './all';
import type { AnnotationDesk } from './desk';
import { exportAnnotations, importAnnotations } from './exchange';
import { factNoteAt } from './fact-note';
import { originalOf } from './homes';

interface Of {
  readonly uri: string;
}

/** Answers every request about annotations; after one that may have changed something, the client is told. */
export function answerAnnotationRequests(
  connection: Connection,
  session: Session,
  desk: AnnotationDesk,
): void {
  const changed = <T>(uri: string, outcome: T): T => {
    void connection.sendNotification(Notifications.annotations, { uri });
    return outcome;
  };
  connection.onRequest(Requests.annotations, ({ uri }: Of) => desk.list(uri));
  connection.onRequest(Requests.allAnnotations, () => allAnnotations(session, desk));
  connection.onRequest(
    Requests.editAnnotation,
    async ({ uri, edit }: Of & { edit: AnnotationEdit }): Promise<AnnotationOutcome> =>
      changed(uri, await desk.edit(uri, edit)),
  );
  connection.onRequest(Requests.mergeAnnotations, async ({ uri }: Of) =>
    changed(uri, await desk.mergeStages(uri)),
  );
  connection.onRequest(Requests.adoptAnnotations, async (params: AdoptParams) =>
    changed(params.to, await desk.adopt(params)),
  );
  connection.onRequest(Requests.copyOf, ({ uri }: Of) => originalOf(session, uri));
  connection.onRequest(Requests.factNote, ({ uri, position }: Of & { position: Range['start'] }) =>
    factNoteAt(session, uri, position),
  );
  connection.onRequest(Requests.exportAnnotations, ({ uri, format }: Of & { format: ExportFormat }) =>
    exportAnnotations(session, desk, uri, format),
  );
  connection.onRequest(Requests.importAnnotations, async ({ uri, json }: Of & { json: string }) =>
    changed(uri, await importAnnotations(session, desk, uri, json)),
  );
}
