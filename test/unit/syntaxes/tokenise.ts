import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const ROOT = path.resolve(__dirname, '../../..');

/** Grammar files by scope, and which grammars VS Code would inject into a scope. */
export interface Grammars {
  readonly files: Readonly<Record<string, string>>;
  readonly injections: Readonly<Record<string, readonly string[]>>;
}

const syntax = (name: string): string => path.join(ROOT, 'syntaxes', `${name}.tmLanguage.json`);
const OURS = {
  'text.article': syntax('article'),
  'text.plain': syntax('plaintext'),
  'markdown.article.injection': syntax('article-markdown'),
};
const injections = { 'text.html.markdown': ['markdown.article.injection'] };

/** Our grammars over the small stand-in for VS Code's Markdown grammar. */
export const WITH_STAND_IN: Grammars = {
  files: { ...OURS, 'text.html.markdown': path.join(__dirname, 'markdown-host.tmLanguage.json') },
  injections,
};

/** Our grammars over those of the VS Code that the extension tests install, or undefined before the first such run. */
export function withInstalledEditor(): Grammars | undefined {
  const cache = path.join(ROOT, '.vscode-test');
  const extensions = (existsSync(cache) ? readdirSync(cache) : [])
    .map((name) => path.join(cache, name, 'node_modules/code-server/lib/vscode/extensions'))
    .find((folder) => existsSync(folder));
  if (extensions === undefined) return undefined;
  const of = (extension: string, name: string): string =>
    path.join(extensions, extension, 'syntaxes', `${name}.tmLanguage.json`);
  const versions = ['1.0', '1.1', '1.2', '1.3', 'embedded'];
  const files: Record<string, string> = {
    ...OURS,
    'text.html.markdown': of('markdown-basics', 'markdown'),
    'text.html.derivative': of('html', 'html-derivative'),
    'text.html.basic': of('html', 'html'),
    'source.yaml': of('yaml', 'yaml'),
    ...Object.fromEntries(versions.map((v) => [`source.yaml.${v}`, of('yaml', `yaml-${v}`)])),
  };
  return existsSync(files['text.html.markdown'] ?? '') ? { files, injections } : undefined;
}

let engine: Promise<void> | undefined;

/** The grammar for a scope, in the engine that VS Code uses. */
export async function loadGrammar({ files, injections }: Grammars, scope: string): Promise<IGrammar> {
  engine ??= loadWASM(readFileSync(createRequire(__filename).resolve('vscode-oniguruma/release/onig.wasm')));
  await engine;
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (name) => {
      const file = files[name];
      return Promise.resolve(file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file));
    },
    getInjections: (name) => [...(injections[name] ?? [])],
  });
  const grammar = await registry.loadGrammar(scope);
  if (grammar === null) throw new Error(`no grammar for ${scope}`);
  return grammar;
}

/** The text with `⟦ ⟧` around quotations and `{ }` around numbers, as the grammar sees them. */
export function render(grammar: IGrammar, text: string): string {
  let stack = INITIAL;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    let out = '';
    let quoted = false;
    for (const { scopes, startIndex, endIndex } of tokens) {
      const inQuotation = scopes.some((scope) => /^string\.quoted\..*\.article$/.test(scope));
      const isNumber = scopes.some((scope) => /^constant\.numeric\b.*\.article$/.test(scope));
      if (inQuotation !== quoted) out += inQuotation ? '⟦' : '⟧';
      quoted = inQuotation;
      const words = line.slice(startIndex, endIndex);
      out += isNumber ? `{${words}}` : words;
    }
    lines.push(quoted ? `${out}⟧` : out);
  }
  return lines.join('\n');
}
