import type { Analysis } from '../analysis';
import type { ArticleText, Format } from '../text';
import { readArticleText } from '../text';
import { isAnalysis } from './cache';
import type { Dictionary } from './dictionary';
import type { ArticleFeatures, IndexFeatures, TokenFeatures } from './features';
import { tokenFeatures } from './features';
import { unpack } from './pack/reader';
import { pack } from './pack/writer';

/** A text with its analysis in little room: what is held, and sent to where articles are compared. */
export interface PackedArticle {
  readonly source: string;
  readonly format: Format;
  readonly analysis: Uint8Array;
}

/** An article that was analysed just now: packed when it is asked for, since most versions of one that is edited are gone before. */
export class FreshArticle implements PackedArticle {
  readonly source: string;
  readonly format: Format;
  private bytes: Uint8Array | undefined;

  constructor(
    { source, format }: ArticleText,
    private fresh: Analysis | undefined,
  ) {
    this.source = source;
    this.format = format;
  }

  get analysis(): Uint8Array {
    this.bytes ??= pack(this.fresh, () => this.source);
    this.fresh = undefined;
    return this.bytes;
  }
}

/** The analysis of an article, read again from what is held of it. */
export function unpackAnalysis({ source, analysis }: PackedArticle): Analysis {
  const unpacked = unpack(analysis, () => source);
  if (!isAnalysis(unpacked)) throw new Error('An analysis cannot be read back.');
  return unpacked;
}

/** One version of one article, as the corpus holds it. A new version is a new object. */
export interface CorpusArticle {
  readonly path: string;
  /** The caller's number for this version of the text. */
  readonly version: number;
  /** The corpus' number for this version: never given out twice. */
  readonly slot: number;
  readonly packed: PackedArticle;
  /** Read again where it has not been used lately; whoever works with an article for longer takes {@link openArticle}. */
  readonly text: ArticleText;
  readonly analysis: Analysis;
  readonly features: ArticleFeatures;
  /** The day the article is dated (ISO 8601), where it tells. */
  readonly date: string | undefined;
}

/** The parts of an article that take much room, and little time to make from what is held; each made when it is asked for. */
class OpenParts {
  private ownText: ArticleText | undefined;
  private ownAnalysis: Analysis | undefined;
  private ownTokens: TokenFeatures | undefined;

  constructor(
    private readonly packed: PackedArticle,
    private readonly dictionary: Dictionary,
  ) {}

  get text(): ArticleText {
    return (this.ownText ??= readArticleText(this.packed.source, this.packed.format));
  }

  get analysis(): Analysis {
    return (this.ownAnalysis ??= unpackAnalysis(this.packed));
  }

  get tokens(): TokenFeatures {
    return (this.ownTokens ??= tokenFeatures(this.text, this.dictionary));
  }

  /** Takes parts that were made just now. */
  fill(text: ArticleText, analysis: Analysis): void {
    this.ownText = text;
    this.ownAnalysis = analysis;
  }
}

/** How many articles stay open beside those that someone holds. */
const OPEN = 48;

/** What all articles of a corpus share: its dictionary, and which of them are open. */
export class Shelf {
  private readonly open = new Map<HeldArticle, OpenParts>();
  private last: HeldArticle | undefined;

  constructor(private readonly dictionary: Dictionary) {}

  opened(article: HeldArticle): OpenParts {
    const known = this.open.get(article);
    if (known !== undefined && this.last === article) return known;
    const parts = known ?? new OpenParts(article.packed, this.dictionary);
    this.last = article;
    this.open.delete(article);
    this.open.set(article, parts);
    for (const oldest of this.open.keys()) {
      if (this.open.size <= OPEN) break;
      this.open.delete(oldest);
      oldest.pack();
    }
    return parts;
  }

  close(article: HeldArticle): void {
    this.open.delete(article);
  }
}

/** An article with its text, its packed analysis and its place in the index; the rest is made when it is asked for. */
export class HeldArticle implements CorpusArticle {
  readonly features: ArticleFeatures;

  constructor(
    readonly path: string,
    readonly version: number,
    readonly slot: number,
    readonly packed: PackedArticle,
    readonly index: IndexFeatures,
    readonly date: string | undefined,
    private readonly shelf: Shelf,
  ) {
    this.features = new HeldFeatures(index, () => shelf.opened(this).tokens);
  }

  /** Makes room: nothing but what is packed stays of the analysis. */
  pack(): Uint8Array {
    return this.packed.analysis;
  }

  get text(): ArticleText {
    return this.shelf.opened(this).text;
  }

  get analysis(): Analysis {
    return this.shelf.opened(this).analysis;
  }
}

class HeldFeatures implements ArticleFeatures {
  readonly terms: Uint32Array;
  readonly counts: Uint16Array;
  readonly opening: Uint32Array;
  readonly leadNumbers: ReadonlySet<number>;

  constructor(
    { terms, counts, opening, leadNumbers }: IndexFeatures,
    private readonly tokens: () => TokenFeatures,
  ) {
    this.terms = terms;
    this.counts = counts;
    this.opening = opening;
    this.leadNumbers = leadNumbers;
  }

  get tokenTerms(): Int32Array {
    return this.tokens().tokenTerms;
  }

  get tokenNames(): Uint8Array {
    return this.tokens().tokenNames;
  }
}

/** The same version with all its parts at hand for as long as the result is held. */
export function openArticle(article: CorpusArticle): CorpusArticle {
  const { path, version, slot, packed, text, analysis, date, features } = article;
  const { terms, counts, opening, leadNumbers, tokenTerms, tokenNames } = features;
  return {
    path,
    version,
    slot,
    packed,
    text,
    analysis,
    date,
    features: { terms, counts, opening, leadNumbers, tokenTerms, tokenNames },
  };
}
