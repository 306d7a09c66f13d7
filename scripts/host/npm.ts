import { run } from './processes';

/**
 * Runs npm in a folder, free of what an outer npm says of itself.
 * @param extra environment variables on top
 * @throws Error where npm fails
 */
export async function runNpm(
  folder: string,
  args: readonly string[],
  extra: NodeJS.ProcessEnv = {},
): Promise<void> {
  const started = Date.now();
  const env = { ...withoutNpmContext(process.env), ...extra };
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run('npm', [...args, ...quiet], { cwd: folder, env, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder} (exit ${code})`);
  console.error(`  npm ${args[0] ?? ''} took ${((Date.now() - started) / 1000).toFixed(0)} s`);
}

/** `npm test` sets dozens of npm_ variables that would steer the inner npm; only a person's own settings may stay. */
function withoutNpmContext(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = /^npm_config_(cache|registry|userconfig|globalconfig|cafile|proxy|https_proxy|noproxy)$/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_/i.test(name) || kept.test(name)));
}
