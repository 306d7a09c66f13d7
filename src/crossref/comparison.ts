import type { Corpus } from '../corpus';
import type { Corrections } from './corrections';
import type { Fact } from './model';

export function compareAll(_corpus: Corpus, _corrections: Corrections): readonly Fact[] {
  return [];
}

export function factsOf(_corpus: Corpus, _path: string, _corrections: Corrections): readonly Fact[] {
  return [];
}

export function factsAt(
  corpus: Corpus,
  path: string,
  offset: number,
  corrections: Corrections,
): readonly Fact[] {
  return factsOf(corpus, path, corrections).filter((fact) =>
    fact.mentions.some((m) => m.path === path && m.start <= offset && offset <= m.end),
  );
}
