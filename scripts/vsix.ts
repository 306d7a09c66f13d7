import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { ROOT } from './host/paths';

/**
 * Builds for production (through `vscode:prepublish`) and packs the extension; all it needs is bundled, so no
 * dependency goes along.
 * @param file where the VSIX goes
 */
export async function packVsix(file: string): Promise<void> {
  const quiet = console.log;
  // vsce prints its whole file tree; `npm run package` shows the list in its own way.
  console.log = () => undefined;
  try {
    await createVSIX({
      cwd: ROOT,
      packagePath: path.resolve(file),
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
      skipLicense: true,
    });
  } finally {
    console.log = quiet;
  }
}

/** The files that `packVsix` puts in, relative to the repository's root, with forward slashes. */
export async function filesOfVsix(): Promise<string[]> {
  const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
  return files.map((file) => file.split(path.sep).join('/')).sort();
}
