import * as vscode from 'vscode';
import type { SourceItem } from '../../protocol';
import { countStatements } from '../counts';
import type { Node } from './node';
import { groupBy, oneLine } from './node';

const ICONS: Record<SourceItem['type'], string> = {
  person: 'person',
  organization: 'organization',
  place: 'location',
  unnamed: 'question',
};

/** The Sources tree: who says what, in which articles; those who say most come first. */
export function sourceNodes(sources: readonly SourceItem[]): Node[] {
  return [...sources]
    .sort((a, b) => b.statements.length - a.statements.length || a.name.localeCompare(b.name))
    .map((source) => ({
      label: source.name,
      description: description(source),
      tooltip: source.title ?? source.name,
      icon: new vscode.ThemeIcon(ICONS[source.type]),
      children: [...groupBy(source.statements, (s) => s.path)].map(([path, statements]) => ({
        label: path,
        icon: vscode.ThemeIcon.File,
        expanded: true,
        children: statements.map((s) => ({
          label: oneLine(s.words),
          description: oneLine(s.cue, 30),
          place: s,
        })),
      })),
      ...(source.statements.length === 0 && source.mentions[0] !== undefined
        ? { place: source.mentions[0] }
        : {}),
    }));
}

function description(source: SourceItem): string {
  const count = countStatements(source.statements.length);
  return source.title === null ? count : `${oneLine(source.title, 50)} · ${count}`;
}
