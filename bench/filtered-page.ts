import type { Server } from './child.ts';
import type { Benchmark } from './context.ts';
import { percentile } from './load.ts';
import { startProduct } from './product.ts';
import { median } from './report.ts';
import { ask, type Call, prepare } from './requests.ts';
import { alternate, slice } from './rounds.ts';
import { readingYardstick } from './yardstick-of.ts';

const CONNECTIONS = 2;
const PAGE = 100;
const P99_MS_MOST = 20;

/** A page of a list that is narrowed by an indexed column, as consoles and scripts ask for it. */
export const filteredPage: Benchmark = {
  name: 'filtered-page',
  description: 'a page of 100 by zone at many stored instances, 2 connections',
  async run(context) {
    const { scale, data } = context;
    const set = await data.stored(scale.manyStored);
    const product = await startProduct(context, set.copy());
    const filters = [{ Name: 'zone', Values: ['ap-guangzhou-3'] }];
    const inZone = Math.ceil(scale.manyStored / 2);
    // Pages from the beginning to the end of the list.
    const calls = Array.from({ length: 10 }, (_, index): Call => {
      const offset = Math.floor(((inZone - PAGE) * index) / 9);
      const parameters = { Filters: filters, Offset: offset, Limit: PAGE };
      return { action: 'DescribeInstances', parameters };
    });
    const first = calls.slice(0, 1);
    const answer = await ask(product.port, calls[0] ?? { action: '', parameters: {} });
    const yardstick = await readingYardstick(data, { ids: [''], answer });
    const side = (server: Server, which: readonly Call[], msMax: number) => () =>
      slice(server, { requests: prepare(server.port, which), connections: CONNECTIONS, msMax });
    context.progress('reading pages');
    for (const server of [product, yardstick]) await side(server, calls, scale.warmUpMs)();
    const results = await alternate(scale.rounds, {
      first: side(product, first, scale.sliceMs),
      any: side(product, calls, scale.sliceMs),
      yardstick: side(yardstick, calls, scale.sliceMs),
    });
    await product.stop();
    await yardstick.stop();
    const at = (name: keyof typeof results, share: number): readonly number[] =>
      results[name].map((one) => percentile(one.load, share));
    const [whatFirst, whatAny] = ['first page of 100 by zone', 'any page of 100 by zone'];
    return {
      rows: [
        {
          what: whatFirst,
          unit: 'ms, median',
          product: at('first', 0.5),
          yardstick: at('yardstick', 0.5),
        },
        {
          what: whatFirst,
          unit: 'ms, p99',
          product: at('first', 0.99),
          yardstick: at('yardstick', 0.99),
        },
        {
          what: whatAny,
          unit: 'ms, p99',
          product: at('any', 0.99),
          yardstick: at('yardstick', 0.99),
        },
      ],
      targets: [
        {
          what: `${whatFirst}, p99`,
          wanted: { atMost: P99_MS_MOST },
          measured: median(at('first', 0.99)),
          unit: 'ms',
        },
        {
          what: `${whatAny}, p99`,
          wanted: { atMost: P99_MS_MOST },
          measured: median(at('any', 0.99)),
          unit: 'ms',
        },
      ],
    };
  },
};
