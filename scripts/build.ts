// Bundles the product into dist/, which needs nothing but Node and starts in a fraction of the time
// that hundreds of small files take. `npm run build`; `--out DIR` puts it elsewhere. It begins at
// yuntai.js; what the source imports only when needed is in files of its own, loaded only then.
import { build } from 'esbuild';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
/** Other packages may ask for them, and do without. */
const OPTIONAL_PACKAGES = ['pg-native'];
/** Packages written for CommonJS ask for Node's own modules by `require`. */
const REQUIRE_BANNER =
  "import { createRequire as createRequireOfBundle } from 'node:module';\n" +
  'const require = createRequireOfBundle(import.meta.url);';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const outdir = values.out ?? join(ROOT, 'dist');
rmSync(outdir, { recursive: true, force: true });
const result = await build({
  entryPoints: { yuntai: join(ROOT, 'src/cli/bundled.ts') },
  absWorkingDir: ROOT,
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  external: OPTIONAL_PACKAGES,
  banner: { js: REQUIRE_BANNER },
  sourcemap: 'external',
  legalComments: 'linked',
  logLevel: 'warning',
  metafile: true,
});
const bytes = Object.keys(result.metafile.outputs)
  .filter((path) => path.endsWith('.js'))
  .reduce((sum, path) => sum + statSync(join(ROOT, path)).size, 0);
console.error(`yuntai: built ${outdir} (${Math.round(bytes / 1024)} KiB)`);
