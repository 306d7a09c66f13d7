/**
 * `npm run bench [-- NAME …]`: runs every module here that exports `bench()` (or those whose file name holds one of the given
 * words), each in a process of its own, and prints its figures.
 */
import { table } from './figures';
import { measureModule, modulesWith } from './modules';

const wanted = process.argv.slice(2);
const modules = modulesWith('bench').filter(
  (file) => wanted.length === 0 || wanted.some((w) => file.includes(w)),
);
let failed = modules.length === 0;
if (failed)
  console.error(`No bench matches: ${wanted.join(', ')}. There are: ${modulesWith('bench').join(', ')}`);
for (const file of modules) {
  console.log(`\n${file.replace(/\.ts$/, '')}`);
  const figures = measureModule(file, 'bench');
  failed ||= figures === null;
  console.log(figures === null ? 'failed' : table(figures));
}
process.exit(failed ? 1 : 0);
