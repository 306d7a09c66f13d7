import type { Nodes, Parents, Root, Text } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { Processor } from 'unified';
import { unified } from 'unified';
import type { Block, BlockKind } from './article-text';
import { isAffordable } from './markdown-cost';
import { markdownLines } from './markdown-lines';
import { hideEscapes } from './markdown-escapes';
import type { Prose } from './prose-mask';
import { ProseMask, trimBlocks } from './prose-mask';

/**
 * The prose of a Markdown text, by remark-parse with front matter and GitHub's tables, footnotes, strike-through and bare links.
 *
 * Prose is the text of paragraphs, headings and table cells, with the text of links and emphasis. Not prose, and so blanked:
 * front matter, code, link targets and titles, images with their alternative text (a caption is written as text), HTML with what
 * stands between `<script>` or `<style>` tags, definitions, reference labels, footnote marks, and all marks of Markdown itself:
 * emphasis, list, quotation and heading marks, table pipes, the backslash of an escape, and character references (of `&amp;` the
 * `&` stays).
 *
 * A text that would take remark too long (see {@link isAffordable}), or that it cannot read, is read line by line instead.
 */
export function markdownProse(source: string): Prose {
  if (!isAffordable(source)) return markdownLines(source);
  try {
    return new Collector(source).collect(parse(source));
  } catch {
    return markdownLines(source);
  }
}

/** A byte-order mark would shift remark's offsets by one; a space in its place is as long. */
function parse(source: string): Root {
  return unified()
    .use(remarkParse)
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .use(remarkGfm, { singleTilde: false })
    .use(keepPositions)
    .parse(source.charCodeAt(0) === 0xfeff ? ' ' + source.slice(1) : source);
}

/** Takes away the tree transforms of the extensions: the one that looks for bare addresses makes nodes without positions. */
function keepPositions(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}

/** Walks a tree and shows the texts in it. */
class Collector {
  private readonly mask: ProseMask;
  private readonly spans: Block[] = [];
  /** Text in front of this offset stands between `<script>` or `<style>` tags. */
  private hiddenUntil = 0;
  /** Tags whose closing tag was looked for and is not there. */
  private readonly unclosed = new Set<string>();

  constructor(private readonly source: string) {
    this.mask = new ProseMask(source);
  }

  collect(tree: Root): Prose {
    this.walk(tree, 'paragraph', 0);
    const prose = this.mask.toString();
    return { prose, blocks: trimBlocks(prose, this.spans) };
  }

  private walk(node: Nodes, kind: BlockKind, quotes: number): void {
    switch (node.type) {
      case 'heading': {
        this.addBlock(node, 'heading', quotes);
        return;
      }
      case 'paragraph': {
        this.addBlock(node, kind, quotes);
        return;
      }
      case 'tableCell': {
        this.addBlock(node, 'table-cell', quotes);
        return;
      }
      case 'blockquote': {
        this.walkAll(node, 'quote', quotes + 1);
        return;
      }
      case 'listItem': {
        this.walkAll(node, 'list-item', quotes);
        return;
      }
      case 'text': {
        this.show(node, quotes);
        return;
      }
      case 'html': {
        this.hideScript(node.value, node.position?.end.offset ?? 0);
        return;
      }
      default:
        if ('children' in node) this.walkAll(node, kind, quotes);
    }
  }

  private walkAll(node: Parents, kind: BlockKind, quotes: number): void {
    for (const child of node.children) this.walk(child, kind, quotes);
  }

  private addBlock(node: Parents, kind: BlockKind, quotes: number): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    this.spans.push({ kind, start, end });
    this.walkAll(node, kind, quotes);
  }

  private show(node: Text, quotes: number): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (start < this.hiddenUntil) return;
    this.mask.show(start, end);
    hideEscapes(this.source, start, end, this.mask);
    if (quotes > 0) this.hideQuoteMarks(start, end, quotes);
  }

  /** A text that goes on over several lines of a block quotation holds the marks at their starts. */
  private hideQuoteMarks(start: number, end: number, quotes: number): void {
    for (let i = start; i < end; i++) {
      const char = this.source.charAt(i);
      if (char !== '\n' && char !== '\r') continue;
      let left = quotes;
      let at = i + 1;
      for (; at < end && left > 0; at++) {
        const prefix = this.source.charAt(at);
        if (prefix === '>') left--;
        else if (prefix !== ' ' && prefix !== '\t') break;
      }
      this.mask.hide(i + 1, at);
      i = at - 1;
    }
  }

  /** An opening tag of a script or style hides the text up to where its closing tag stands, if there is one. */
  private hideScript(html: string, end: number): void {
    const lower = html.toLowerCase();
    for (const tag of ['script', 'style'] as const) {
      if (lower.lastIndexOf(`<${tag}`) <= lower.lastIndexOf(`</${tag}`)) continue;
      const close = this.unclosed.has(tag) ? -1 : findTag(this.source, `</${tag}`, end);
      if (close < 0) this.unclosed.add(tag);
      this.hiddenUntil = Math.max(this.hiddenUntil, close);
    }
  }
}

/** Where a tag stands at or behind `from`, in capitals or not, or -1. Lower-casing the text could change its length. */
function findTag(source: string, tag: string, from: number): number {
  const pattern = new RegExp(tag, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(source)?.index ?? -1;
}
