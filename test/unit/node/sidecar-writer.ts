/**
 * `node --import tsx sidecar-writer.ts PATH NAME COUNT`: a process that adds COUNT annotations to a sidecar, one write each, and says
 * after each write which it was. Tests run several at once, and kill them.
 */
import { SidecarStore } from '../../../src/node/sidecar-store';

async function main(): Promise<void> {
  const [path = '', name = '', count = '0'] = process.argv.slice(2);
  const store = new SidecarStore();
  let loaded = (await store.load(path)).text;
  process.stdout.write('ready\n');
  for (let i = 0; i < Number(count); i++) {
    const annotation = {
      id: `${name}${i}`,
      by: name,
      made: '2026-11-22T05:31:00Z',
      status: 'unchecked' as const,
      tags: [],
      note: `Note ${i} of ${name}.\n\n${'Long enough to be cut off. '.repeat(20).trim()}`,
      sees: [],
      replies: [],
    };
    // What was loaded grows old on purpose: others write in between.
    const result = await store.change(
      path,
      'a.txt',
      [{ type: 'put', annotation }],
      i % 3 === 0 ? undefined : loaded,
    );
    if (!result.ok) throw new Error(`${result.failure} ${result.detail}`);
    loaded = result.text;
    process.stdout.write(`${annotation.id}\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
