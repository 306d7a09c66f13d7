import type { Source, SourceType } from '../../../../src/analysis';
import type { ArticleSources, Entities } from '../../../../src/corpus/entities';

/**
 * Reads an article's sources from one line: names between `;`, with `@Country` for a body's country, `[title]` for a title, and forms that
 * the article uses as well behind `=`. `*` before a body, `+` before a government, `~` before an unnamed speaker.
 */
export function article(path: string, line: string, context: readonly string[] = []): ArticleSources {
  return { path, context, sources: line.split(';').map((entry) => readSource(entry.trim())) };
}

const TYPES: Readonly<Record<string, SourceType>> = { '*': 'organization', '+': 'place', '~': 'unnamed' };

function readSource(entry: string): Source {
  const type = TYPES[entry.charAt(0)] ?? 'person';
  const [main = '', ...forms] = entry
    .replace(/^[*+~]/, '')
    .split('=')
    .map((s) => s.trim());
  const title = /\[([^\]]*)\]/.exec(main)?.[1] ?? null;
  const country = /@(\w+)/.exec(main)?.[1];
  const name = main.replace(/\[[^\]]*\]|@\w+/g, '').trim();
  const mentions = [name, ...forms].map((text) => ({
    start: 0,
    end: text.length,
    text,
    form: 'name' as const,
    title: null,
  }));
  return { id: name, name, type, title, mentions, ...(country === undefined ? {} : { country }) };
}

/** Every entity with more than one source, as `path:name = path:name`, sorted. */
export function joined(entities: Entities): string[] {
  return entities
    .all()
    .filter((e) => e.members.length > 1)
    .map((e) =>
      e.members
        .map((m) => `${m.path}:${m.sourceId}`)
        .sort()
        .join(' = '),
    )
    .sort();
}
