import type { Locator, Page } from 'playwright-core';

/** How long a thing that should appear may take, on a slow machine. */
const PATIENCE_MS = 45_000;

/** Class of a span that an extension decorated in the editor. */
const DECORATED = '[class*="TextEditorDecorationType"]';

/** A workbench in a browser tab, driven as a person would: mouse and keyboard. */
export class WorkbenchPage {
  /** Lines of the browser's console since the start, errors first marked with "error: ". */
  readonly console: string[] = [];

  constructor(readonly page: Page) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('console', (message) => this.console.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.console.push(`error: ${error.message}`));
  }

  /** Opens the address and waits until the workbench can be used. */
  async open(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
    await this.untilReady();
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
    await this.untilReady();
  }

  /** Opens a file of the folder by its name or its path in the folder, through quick open. */
  async openFile(file: string): Promise<void> {
    const name = file.split('/').at(-1) ?? file;
    await this.quickInput('Control+KeyP', file);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active', { hasText: name }).first().waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Runs a command by its title through the palette. */
  async runCommand(title: string): Promise<void> {
    await this.quickInput('F1', `>${title}`);
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Opens a quick input by a key, the way a person does, again if the workbench was not listening yet. */
  private async quickInput(key: string, text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input:not([type=checkbox])').first();
    for (let attempt = 0; ; attempt++) {
      await this.page.keyboard.press(key);
      try {
        await input.waitFor({ state: 'visible', timeout: 3000 });
        break;
      } catch (error) {
        if (attempt === 4) throw error;
      }
    }
    await input.fill(text);
  }

  /** Moves the cursor to a line (1-based) and column, which scrolls there. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.quickInput('Control+KeyG', `:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
  }

  /** Waits until the extension has coloured something in the active editor. */
  async untilHighlighted(): Promise<void> {
    await this.decorations().first().waitFor({ state: 'attached' });
  }

  /** Everything coloured in the visible part of the active editor. */
  decorations(): Locator {
    return this.page.locator(`.editor-instance ${DECORATED}`);
  }

  /** Rests the mouse on words that are visible in the editor and returns the card's text when it is there. */
  async hover(words: string): Promise<string> {
    const place = await this.placeOf(words);
    const card = this.page.locator('.monaco-hover:visible .hover-contents').first();
    for (let attempt = 0; ; attempt++) {
      await this.parkMouse();
      await this.page.mouse.move(place.x - 1, place.y);
      await this.page.mouse.move(place.x, place.y);
      try {
        await card.waitFor({ timeout: 5000 });
        break;
      } catch (error) {
        if (attempt === 4) throw error;
      }
    }
    await this.untilLoaded();
    return this.page.locator('.monaco-hover:visible').first().innerText();
  }

  /** Takes the mouse out of the text, where no other card can come up and cover the words that are meant. */
  private async parkMouse(): Promise<void> {
    await this.page.mouse.move(3, 3);
    await this.page
      .locator('.monaco-hover:visible')
      .first()
      .waitFor({ state: 'hidden', timeout: 3000 })
      .catch(() => undefined);
  }

  /** Hovers again and again until the card matches: the other articles are read while the first one is already shown. */
  async hoverUntil(words: string, pattern: RegExp): Promise<string> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const card = await this.hover(words);
      if (pattern.test(card)) return card;
      if (Date.now() > deadline)
        throw new Error(`the card never matched ${String(pattern)}; it says: ${card}`);
      await this.page.keyboard.press('Escape');
    }
  }

  /** Selects words that are visible in the editor, by dragging the mouse over them. */
  async select(words: string): Promise<void> {
    const place = await this.placeOf(words);
    await this.page.mouse.move(place.left, place.y);
    await this.page.mouse.down();
    await this.page.mouse.move(place.right, place.y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Goes to words of the open file by line and column, and selects them with the arrow key. */
  async selectByKeyboard(text: string, words: string): Promise<void> {
    const before = text.split(words)[0]?.split('\n') ?? [];
    await this.goTo(before.length, (before.at(-1)?.length ?? 0) + 1);
    for (let left = words.length; left > 0; left--) await this.page.keyboard.press('Shift+ArrowRight');
  }

  /** A picture of the whole window. */
  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }

  private async untilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.editor').first().waitFor();
    await this.page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
  }

  /** Providers answer one by one; "Loading..." stands in the card until the last one has. */
  private async untilLoaded(): Promise<void> {
    const loading = this.page.locator('.monaco-hover:visible', { hasText: 'Loading...' });
    await loading.waitFor({ state: 'detached', timeout: 10_000 }).catch(() => undefined);
  }

  /** The middle of the first occurrence of some words on a visible line, in page pixels. */
  private async placeOf(words: string): Promise<{ x: number; y: number; left: number; right: number }> {
    await this.page.locator('.editor-instance .view-line', { hasText: words }).first().waitFor();
    const place = await this.page.evaluate(findWords, words);
    if (place === null) throw new Error(`"${words}" stands on no visible line`);
    return place;
  }
}

/**
 * Runs inside the page: where the words are drawn. Editors draw spaces as no-break spaces. No function in here may have
 * a name of its own: tsx marks named functions with a helper that the page does not have.
 */
function findWords(words: string): { x: number; y: number; left: number; right: number } | null {
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    const parts: { node: Node; start: number }[] = [];
    let text = '';
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      parts.push({ node, start: text.length });
      text += (node.textContent ?? '').replaceAll('\u00a0', ' ');
    }
    const at = text.indexOf(words);
    const first = parts.filter((part) => part.start <= at).at(-1);
    const last = parts.filter((part) => part.start < at + words.length).at(-1);
    if (at < 0 || first === undefined || last === undefined) continue;
    const range = document.createRange();
    range.setStart(first.node, at - first.start);
    range.setEnd(last.node, at + words.length - last.start);
    const box = range.getBoundingClientRect();
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, left: box.left, right: box.right };
  }
  return null;
}
