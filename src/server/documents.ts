import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../annotation';

/** Called for each single edit, with offsets in the text just before it. */
export type EditListener = (uri: string, edit: TextEdit) => void;

/** The open documents, synchronised incrementally; every edit is told one by one, so that spans can move with the text. */
export function openDocuments(connection: Connection, onEdit: EditListener): TextDocuments<TextDocument> {
  const documents = new TextDocuments({
    create: (uri, language, version, content) => TextDocument.create(uri, language, version, content),
    update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version) {
      let now = document;
      for (const change of changes) {
        const start = 'range' in change ? now.offsetAt(change.range.start) : 0;
        const end = 'range' in change ? now.offsetAt(change.range.end) : now.getText().length;
        onEdit(document.uri, { start, end, text: change.text });
        now = TextDocument.update(now, [change], version);
      }
      return now;
    },
  });
  documents.listen(connection);
  return documents;
}
