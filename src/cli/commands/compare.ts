import path from 'node:path';
import { stat } from 'node:fs/promises';
import type { Fact, FactMention, Relation } from '../../crossref';
import { CERTAIN } from '../../crossref';
import type { Folder } from '../../service';
import { fromOutside, inWords, shown } from '../../service';
import { readArticles } from '../read-articles';
import type { Style, Terminal } from '../terminal';
import { Exit, paint, printable, UsageError } from '../terminal';
import { lineCounter } from './analyze';

const SECTIONS: readonly { relation: Relation; title: string; sign: string; style: Style }[] = [
  { relation: 'differ', title: 'Differ', sign: '≠', style: ['bold', 'red'] },
  { relation: 'refine', title: 'One is more exact', sign: '~', style: ['bold', 'yellow'] },
  { relation: 'agree', title: 'Agree', sign: '=', style: ['bold', 'green'] },
];

/** `corroborate compare FOLDER`: which facts agree between the articles, which differ, and where. */
export async function compare(
  place: string,
  json: boolean,
  weights: Uint8Array | null,
  terminal: Terminal,
): Promise<number> {
  const root = path.resolve(terminal.cwd, place);
  const found = await stat(root).catch(() => null);
  if (found?.isDirectory() !== true) throw new UsageError(`${place}: not a folder`);
  const { folder, problems } = await readArticles([root], root, weights, terminal);
  for (const problem of problems) terminal.err(printable(problem));
  const facts = folder.facts();
  if (json) terminal.out(JSON.stringify({ version: 1, facts: facts.map(toJson) }, null, 1));
  else print(folder, facts, terminal);
  if (folder.articles().length === 0) {
    terminal.err('No article (.txt, .md) was found.');
    return Exit.cannotRun;
  }
  return problems.length > 0 ? Exit.cannotRun : Exit.fine;
}

function toJson(fact: Fact): object {
  return {
    id: fact.id,
    kind: fact.kind,
    label: fact.label,
    relation: fact.relation,
    ...(fact.compatible === undefined ? {} : { compatible: fact.compatible }),
    confidence: fact.confidence,
    reasons: fact.reasons.map((reason) => inWords(reason)),
    mentions: fact.mentions.map(({ path: name, start, end, text, value, unit, speaker, group }) => ({
      path: name,
      start,
      end,
      text,
      value,
      unit,
      speaker,
      group,
    })),
  };
}

function print(folder: Folder, facts: readonly Fact[], terminal: Terminal): void {
  const stories = folder.stories();
  const byStory = new Map<string, Fact[]>();
  for (const fact of facts) {
    const story = stories.get(fact.mentions[0]?.path ?? '') ?? '';
    byStory.set(story, [...(byStory.get(story) ?? []), fact]);
  }
  const lines = new Map<string, (offset: number) => number>();
  for (const { path: name, source } of folder.articles()) lines.set(name, lineCounter(source));
  const where = (m: FactMention): string => `${m.path}:${lines.get(m.path)?.(m.start) ?? 1}`;
  for (const [story, members] of byStory) {
    const count = [...stories.values()].filter((name) => name === story).length;
    terminal.out(
      paint(terminal, ['bold', 'underline'], `${printable(story) || 'Articles'} · ${count} articles`),
    );
    for (const section of SECTIONS)
      printSection(section, members, { where, words: (m) => shown(folder, m.path, m).words }, terminal);
    terminal.out('');
  }
  if (facts.length === 0) terminal.out('No two articles tell of the same fact.');
}

function printSection(
  { relation, title, sign, style }: (typeof SECTIONS)[number],
  facts: readonly Fact[],
  { where, words }: Record<'where' | 'words', (mention: FactMention) => string>,
  terminal: Terminal,
): void {
  const members = facts.filter((fact) => fact.relation === relation);
  if (members.length === 0) return;
  terminal.out(`\n  ${paint(terminal, style, `${title} (${members.length})`)}`);
  for (const fact of members) {
    const perhaps = fact.confidence < CERTAIN ? paint(terminal, 'dim', ' (perhaps the same)') : '';
    terminal.out(
      `\n  ${paint(terminal, style, sign)} ${paint(terminal, 'bold', oneLine(fact.label))}${perhaps}`,
    );
    for (const reason of fact.reasons) terminal.out(`      ${oneLine(inWords(fromOutside(reason)))}`);
    const width = Math.max(...fact.mentions.map((m) => where(m).length));
    for (const mention of fact.mentions) {
      const who = mention.speaker === null ? '' : paint(terminal, 'dim', ` · ${oneLine(mention.speaker)}`);
      const place = paint(terminal, 'dim', where(mention).padEnd(width));
      terminal.out(`      ${place}  “${oneLine(words(mention))}”${who}`);
    }
  }
}

function oneLine(words: string): string {
  const flat = printable(words.replace(/\s+/g, ' ').trim());
  return flat.length > 140 ? `${flat.slice(0, 139)}…` : flat;
}
