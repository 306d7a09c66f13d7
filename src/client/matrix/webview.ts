import type { FactItem } from '../../protocol';
import { toCsv, toHtml, toMarkdown } from './export';
import type { FromMatrix, MatrixWords, ToMatrix } from './messages';
import type { MatrixFilter, MatrixTable } from './table';
import { cellsOf, columnTitle, signOf, tablesOf } from './table';

declare function acquireVsCodeApi(): {
  postMessage(message: FromMatrix): void;
  getState(): MatrixFilter | undefined;
  setState(state: MatrixFilter): void;
};

const host = acquireVsCodeApi();
let filter: MatrixFilter = host.getState() ?? { relation: 'all', story: '', words: '' };
let shown: ToMatrix | undefined;

window.addEventListener('message', (event: MessageEvent<ToMatrix>) => {
  shown = event.data;
  const back = whereTheReaderIs();
  drawBar(shown);
  drawTables(shown);
  back();
});
document.addEventListener('keydown', moveByKey);
host.postMessage({ kind: 'ready' });

type Mention = FactItem['mentions'][number];

/** The button of a cell that a key presses. */
const PRESSED: Readonly<Record<string, string>> = { Enter: '.open', n: '.note', N: '.note' };

/** Makes an element with a text and attributes; text is always a text node. */
function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text = '',
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (text !== '') element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function slot(id: string): HTMLElement {
  return document.getElementById(id) ?? document.body;
}

function narrow(change: Partial<MatrixFilter>): void {
  filter = { ...filter, ...change };
  host.setState(filter);
  if (shown === undefined) return;
  drawTables(shown);
  for (const button of document.querySelectorAll('[data-relation]'))
    button.setAttribute('aria-pressed', String(button.getAttribute('data-relation') === filter.relation));
}

/** New facts come while somebody reads, types or walks the table: gives what brings the reader back to where they were. */
function whereTheReaderIs(): () => void {
  const [top, left] = [slot('table').scrollTop, slot('table').scrollLeft];
  const focus = document.activeElement;
  const key = focus?.closest('[data-key]')?.getAttribute('data-key');
  const caret = focus instanceof HTMLInputElement ? focus.selectionStart : null;
  return () => {
    const again = [...document.querySelectorAll<HTMLElement>('[data-key]')].find(
      (element) => element.getAttribute('data-key') === key,
    );
    if (again instanceof HTMLTableCellElement) rove(document.querySelector('td'), again);
    again?.focus({ preventScroll: true });
    if (again instanceof HTMLInputElement) again.setSelectionRange(caret, caret);
    slot('table').scrollTo(left, top);
  };
}

/** Of all cells one can be reached by the tab key. */
function rove(from: HTMLTableCellElement | null, to: HTMLTableCellElement): void {
  if (from !== null) from.tabIndex = -1;
  to.tabIndex = 0;
}

function drawBar({ facts, words }: ToMatrix): void {
  const search = make('input', '', {
    type: 'search',
    placeholder: words.search,
    'aria-label': words.search,
    'data-key': 'search',
  });
  search.value = filter.words;
  search.addEventListener('input', () => narrow({ words: search.value }));
  const relations = (['all', 'differ', 'refine', 'agree'] as const).map((relation) => {
    const pressed = String(filter.relation === relation);
    const button = make('button', words[relation], {
      'data-relation': relation,
      'data-key': relation,
      'aria-pressed': pressed,
    });
    button.addEventListener('click', () => narrow({ relation }));
    return button;
  });
  slot('bar').replaceChildren(
    search,
    ...relations,
    storyChoice(facts, words),
    ...exportButtons(words),
    make('span', '', { id: 'count', role: 'status' }),
  );
  slot('hint').textContent = words.hint;
}

function storyChoice(facts: readonly FactItem[], words: MatrixWords): HTMLElement {
  const stories = [...new Set(facts.map((fact) => fact.story))];
  const select = make('select', '', { 'aria-label': words.story, 'data-key': 'story' });
  select.append(make('option', `${words.story}: ${words.all}`, { value: '' }));
  for (const story of stories) select.append(make('option', story, { value: story }));
  if (!stories.includes(filter.story)) filter = { ...filter, story: '' };
  select.value = filter.story;
  select.addEventListener('change', () => narrow({ story: select.value }));
  return select;
}

function exportButtons(words: MatrixWords): HTMLElement[] {
  const tables = (): MatrixTable[] => tablesOf(shown?.facts ?? [], filter);
  const copy = make('button', words.copy, { 'data-key': 'copy' });
  copy.addEventListener('click', () =>
    host.postMessage({ kind: 'copy', text: toMarkdown(tables(), words.fact) }),
  );
  const formats = {
    csv: () => toCsv(tables(), words.fact),
    md: () => toMarkdown(tables(), words.fact),
    html: () => toHtml(tables(), words.fact, document.title),
  };
  const exports = (['csv', 'md', 'html'] as const).map((extension) => {
    const button = make('button', `${words.export} .${extension}`, { 'data-key': extension });
    button.addEventListener('click', () =>
      host.postMessage({ kind: 'export', text: formats[extension](), extension }),
    );
    return button;
  });
  return [copy, ...exports];
}

function drawTables({ facts, words }: ToMatrix): void {
  const tables = tablesOf(facts, filter);
  const count = tables.reduce((sum, table) => sum + table.rows.length, 0);
  slot('count').textContent = count === 1 ? words.countOne : words.count.replace('{0}', String(count));
  const drawn = tables.map((table) => drawTable(table, words));
  const none = make('p', facts.length === 0 ? words.empty : words.none);
  slot('table').replaceChildren(...(drawn.length > 0 ? drawn : [none]));
  const first = document.querySelector('td');
  if (first !== null) first.tabIndex = 0;
}

function drawTable(table: MatrixTable, words: MatrixWords): HTMLTableElement {
  const element = make('table', '', { role: 'grid' });
  const head = make('tr');
  head.append(make('th', words.fact, { scope: 'col' }));
  for (const path of table.paths)
    head.append(make('th', columnTitle(path, table.paths), { scope: 'col', title: path }));
  const thead = make('thead');
  thead.append(head);
  const body = make('tbody');
  body.append(...table.rows.map((fact) => drawRow(fact, table.paths, words)));
  element.append(make('caption', table.story), thead, body);
  return element;
}

function drawRow(fact: FactItem, paths: readonly string[], words: MatrixWords): HTMLTableRowElement {
  const row = make('tr', '', { class: fact.relation });
  const title = make('th', '', { scope: 'row' });
  const sign = make('span', signOf(fact), { class: 'sign', 'aria-label': words[fact.relation] });
  title.append(sign, fact.label);
  const reason = [fact.certain ? '' : words.perhaps, fact.reasons[0] ?? '']
    .filter((s) => s !== '')
    .join(' · ');
  if (reason !== '') title.append(make('small', reason));
  row.append(title);
  const groups = [...new Set(fact.mentions.map((m) => m.group))];
  for (const [i, mentions] of cellsOf(fact, paths).entries()) {
    const group = String(groups.indexOf(mentions[0]?.group ?? ''));
    const key = `${fact.id} ${paths[i] ?? ''}`;
    const cell = make('td', '', { tabindex: '-1', 'data-group': group, 'data-key': key });
    for (const mention of mentions) cell.append(drawMention(mention, words));
    row.append(cell);
  }
  return row;
}

/** A mention's words, which open it, and beside them the button that annotates it. */
function drawMention({ words, speaker, uri, path, range }: Mention, say: MatrixWords): HTMLElement {
  const place = { uri, path, range };
  const plain = words.replace(/\s+/g, ' ');
  const open = make('button', '', { type: 'button', tabindex: '-1', class: 'open', title: plain });
  open.append(make('span', plain, { class: 'words' }));
  if (speaker !== null) open.append(make('small', speaker));
  open.addEventListener('click', () => host.postMessage({ kind: 'open', place }));
  const label = { title: say.annotate, 'aria-label': say.annotate };
  const note = make('button', '✎', { type: 'button', tabindex: '-1', class: 'note', ...label });
  note.addEventListener('click', () => host.postMessage({ kind: 'annotate', place }));
  const mention = make('div', '', { class: 'mention' });
  mention.append(open, note);
  return mention;
}

/** Arrow keys walk the grid, Home and End its row; Enter opens the cell's first place, N annotates it. */
function moveByKey(event: KeyboardEvent): void {
  const cell = document.activeElement?.closest('td');
  if (cell === null || cell === undefined) return;
  const button = PRESSED[event.key];
  if (button !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
    cell.querySelector<HTMLButtonElement>(button)?.click();
    event.preventDefault();
    return;
  }
  const target = neighbour(cell, event.key);
  if (target === undefined) return;
  event.preventDefault();
  rove(cell, target);
  target.focus();
}

function neighbour(cell: HTMLTableCellElement, key: string): HTMLTableCellElement | undefined {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  const row = cell.closest('tr');
  if (row === null) return undefined;
  const cells = (r: HTMLTableRowElement | undefined): HTMLTableCellElement[] =>
    r === undefined ? [] : [...r.querySelectorAll('td')];
  const at = cells(row).indexOf(cell);
  const line = rows.indexOf(row);
  switch (key) {
    case 'ArrowRight':
      return cells(row)[at + 1];
    case 'ArrowLeft':
      return cells(row)[at - 1];
    case 'ArrowDown':
      return cells(rows[line + 1])[at] ?? cells(rows[line + 1]).at(-1);
    case 'ArrowUp':
      return cells(rows[line - 1])[at] ?? cells(rows[line - 1]).at(-1);
    case 'Home':
      return cells(row)[0];
    case 'End':
      return cells(row).at(-1);
    default:
      return undefined;
  }
}
