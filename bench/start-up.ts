import { startServer } from './child.ts';
import type { Benchmark, Context } from './context.ts';
import { compileCache } from './data-sets.ts';
import { productOptions } from './product.ts';
import { median } from './report.ts';
import { alternate } from './rounds.ts';

const BUNDLE_MS_MOST = 300;
const SOURCE_MS_MOST = 700;

/** From the start of the process to the line that says it is ready, whatever is stored. */
export const startUp: Benchmark = {
  name: 'start-up',
  description: 'ready from the bundle, and from source with a warm compile cache',
  async run(context) {
    const { scale, data } = context;
    const many = await data.stored(scale.manyStored);
    const directories = { empty: data.path('empty'), full: many.copy() };
    const cache = { NODE_COMPILE_CACHE: compileCache(data) };
    const start = (from: 'bundle' | 'source', directory: string) => () =>
      readyMs(context, from, { directory, env: from === 'source' ? cache : {} });
    const sides = {
      bundleEmpty: start('bundle', directories.empty),
      bundleFull: start('bundle', directories.full),
      sourceEmpty: start('source', directories.empty),
      sourceFull: start('source', directories.full),
    };
    context.progress('starting');
    for (const side of Object.values(sides)) await side();
    const results = await alternate(Math.max(scale.rounds, scale.starts), sides);
    const stored = `${scale.manyStored.toLocaleString('en-US')} stored`;
    const rows = [
      { what: 'ready from the bundle, empty', product: results.bundleEmpty, most: BUNDLE_MS_MOST },
      {
        what: `ready from the bundle, ${stored}`,
        product: results.bundleFull,
        most: BUNDLE_MS_MOST,
      },
      { what: 'ready from source, empty', product: results.sourceEmpty, most: SOURCE_MS_MOST },
      { what: `ready from source, ${stored}`, product: results.sourceFull, most: SOURCE_MS_MOST },
    ];
    return {
      rows: rows.map(({ what, product }) => ({ what, unit: 'ms', product })),
      targets: rows.map(({ what, product, most }) => ({
        what,
        wanted: { atMost: most },
        measured: median(product),
        unit: 'ms',
      })),
    };
  },
};

async function readyMs(
  context: Context,
  from: 'bundle' | 'source',
  at: { readonly directory: string; readonly env: Readonly<Record<string, string>> },
): Promise<number> {
  const options = productOptions(at.directory, at.env);
  const server = await startServer({ script: context[from], ...options });
  await server.stop();
  return server.readyMs;
}
