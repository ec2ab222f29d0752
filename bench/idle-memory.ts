import type { Server } from './child.ts';
import type { Benchmark } from './context.ts';
import { startProduct } from './product.ts';
import { median } from './report.ts';
import { alternate } from './rounds.ts';

const MIB_MOST = 90;

/** What a cloud that nobody uses costs. */
export const idleMemory: Benchmark = {
  name: 'idle-memory',
  description: 'resident memory of the bundle some seconds after its start',
  async run(context) {
    const { scale, data } = context;
    const many = await data.stored(scale.manyStored);
    const idle = async (start: () => Promise<Server>): Promise<number> => {
      const server = await start();
      await new Promise((resolve) => {
        setTimeout(resolve, scale.idleMs);
      });
      const mib = server.rssMiB();
      await server.stop();
      return mib;
    };
    context.progress('waiting idly');
    const directories = { empty: data.path('empty'), full: many.copy() };
    const results = await alternate(Math.min(scale.rounds, 3), {
      empty: () => idle(() => startProduct(context, directories.empty)),
      full: () => idle(() => startProduct(context, directories.full)),
    });
    const stored = `${scale.manyStored.toLocaleString('en-US')} stored`;
    const rows = [
      { what: 'idle, empty', unit: 'MiB', product: results.empty },
      { what: `idle, ${stored}`, unit: 'MiB', product: results.full },
    ];
    return {
      rows,
      targets: rows.map(({ what, product }) => ({
        what,
        wanted: { atMost: MIB_MOST },
        measured: median(product),
        unit: 'MiB',
      })),
    };
  },
};
