// Runs one of the project's own scripts with the pinned Node, installing what it needs first:
//   node scripts/run.mjs src/cli/main.ts serve --port 8600
// The server's own dependencies do for anything under src/; everything else needs the tools too.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../bin/launch.mjs';
import { ensureInstalled } from './install.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...args] = process.argv.slice(2);

try {
  if (script === undefined) throw new Error('say which script: node scripts/run.mjs FILE [ARGS]');
  ensureInstalled(/^src[\\/]/.test(script) ? 'server' : 'all');
  launch([resolve(ROOT, script), ...args], {
    NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/yuntai-compile'),
  });
} catch (error) {
  console.error(`yuntai: ${error.message}`);
  process.exitCode = 1;
}
