/**
 * `npx tsx scripts/look.ts [folder] --out FILE.png`: a picture of the real editor with the extension, for a developer's
 * own looking. In this order: opens the folder (default examples/), then
 *   --file NAME       opens a file          --goto LINE[:COLUMN]   moves the cursor there
 *   --select "words"  selects them          --command ID|TITLE     runs a command (may stand several times)
 *   --type "text"     types it              --key KEY              presses a key, such as Escape or Shift+F12
 *   --hover "words"   rests the mouse on them and prints the card
 * and takes the picture. --theme NAME, --locale de, --setting name=JSON, --size 1400x900, --wait MS, --console change how.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './host/browser';
import { extensionLogs, hostLogs } from './host/logs';
import { WorkbenchPage } from './host/page';
import { makeTempFolder, removeFolder, ROOT } from './host/paths';
import { onEnd } from './host/processes';
import { serveWorkbench } from './host/workbench';
import { commandTitle } from './manifest';
import { packVsix } from './vsix';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: '/tmp/look.png' },
    file: { type: 'string' },
    goto: { type: 'string' },
    select: { type: 'string' },
    command: { type: 'string', multiple: true, default: [] },
    type: { type: 'string' },
    key: { type: 'string', multiple: true, default: [] },
    hover: { type: 'string' },
    theme: { type: 'string', default: 'Default Dark Modern' },
    locale: { type: 'string' },
    setting: { type: 'string', multiple: true, default: [] },
    size: { type: 'string', default: '1400x900' },
    wait: { type: 'string', default: '800' },
    vsix: { type: 'string' },
    console: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const folder = path.resolve(positionals[0] ?? path.join(ROOT, 'examples'));
  const home = makeTempFolder('look');
  onEnd(() => removeFolder(home));
  const vsix = values.vsix ?? path.join(home, 'corroborate.vsix');
  if (values.vsix === undefined) await packVsix(vsix);
  const workbench = await serveWorkbench({
    home,
    vsix,
    settings: settings(),
    ...(values.locale === undefined ? {} : { locale: values.locale }),
  });
  const [width = 1400, height = 900] = values.size.split('x').map(Number);
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width, height } });
  const window = new WorkbenchPage(page);
  try {
    await window.open(workbench.url(folder));
    await act(window);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
  await page.waitForTimeout(Number(values.wait));
  await window.screenshot(values.out);
  if (values.console) console.log(window.console.join('\n'));
  console.log(`Picture: ${values.out}`);
  for (const log of [...extensionLogs(home), ...hostLogs(home)]) {
    const errors = fs.readFileSync(log, 'utf8').split(/\n(?=\d{4}-)/);
    for (const error of errors.filter((e) => e.includes('[error]'))) console.error(error);
  }
  await browser.close();
  await workbench.stop();
}

async function act(window: WorkbenchPage): Promise<void> {
  const { page } = window;
  if (values.file !== undefined) {
    await window.openFile(values.file);
    await window
      .untilHighlighted()
      .catch(() => console.error('Nothing was highlighted within a minute; going on.'));
  }
  if (values.goto !== undefined) {
    const [line = 1, column = 1] = values.goto.split(':').map(Number);
    await window.goTo(line, column);
  }
  if (values.select !== undefined) await window.select(values.select);
  for (const command of values.command) await window.runCommand(commandTitle(command));
  // What a command opens takes the focus a moment later.
  if (values.type !== undefined || values.key.length > 0) await page.waitForTimeout(Number(values.wait));
  if (values.type !== undefined) await page.keyboard.type(values.type);
  for (const key of values.key) await page.keyboard.press(key);
  if (values.hover !== undefined) console.log(await window.hover(values.hover));
}

function settings(): Record<string, unknown> {
  const given = values.setting.map((text): [string, unknown] => {
    const at = text.indexOf('=');
    const value: unknown = JSON.parse(text.slice(at + 1));
    return [text.slice(0, at), value];
  });
  return { 'workbench.colorTheme': values.theme, 'editor.wordWrap': 'on', ...Object.fromEntries(given) };
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => process.exit());
