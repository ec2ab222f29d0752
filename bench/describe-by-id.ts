import { seededRandom } from '#kernel/random.ts';
import type { Server } from './child.ts';
import type { Benchmark, Context } from './context.ts';
import { startProduct } from './product.ts';
import { median, ratios } from './report.ts';
import { ask, type Call, prepare } from './requests.ts';
import { alternate, compare, slice, type Slice } from './rounds.ts';
import { readingYardstick } from './yardstick-of.ts';

const CONNECTIONS = 16;
/** Different requests of one slice: enough that nothing is asked twice while it is warm. */
const REQUESTS = 4_000;
const RATIO_LEAST = 0.6;
const SLOWER_MOST = 1.2;

interface Pair {
  readonly product: Server;
  readonly yardstick: Server;
  load(server: Server, msMax: number): Promise<Slice>;
}

/** A poll by id, which is what clients do most. */
export const describeById: Benchmark = {
  name: 'describe-by-id',
  description: 'DescribeInstances of one id at few and at many stored instances, 16 connections',
  async run(context) {
    const { scale } = context;
    const few = await startPair(context, scale.fewStored);
    const many = await startPair(context, scale.manyStored);
    const sides = {
      'product few': () => few.load(few.product, scale.sliceMs),
      'yardstick few': () => few.load(few.yardstick, scale.sliceMs),
      'product many': () => many.load(many.product, scale.sliceMs),
      'yardstick many': () => many.load(many.yardstick, scale.sliceMs),
    };
    for (const { load, product, yardstick } of [few, many]) {
      for (const server of [product, yardstick]) await load(server, scale.warmUpMs);
    }
    const results = await alternate(scale.rounds, sides);
    for (const { product, yardstick } of [few, many]) {
      await product.stop();
      await yardstick.stop();
    }
    const texts = [scale.fewStored, scale.manyStored].map((count) => count.toLocaleString('en-US'));
    const [whatFew, whatMany] = texts.map((count) => `by id, ${count} stored`) as [string, string];
    const atFew = compare(whatFew, results['product few'], results['yardstick few']);
    const atMany = compare(whatMany, results['product many'], results['yardstick many']);
    const rates = (slices: readonly Slice[]) => slices.map(({ perSecond }) => perSecond);
    const slower = ratios(rates(results['product few']), rates(results['product many']));
    const wanted = { atLeast: RATIO_LEAST };
    const unit = 'of the yardstick';
    return {
      rows: [...atFew.rows, ...atMany.rows],
      targets: [
        { what: whatFew, wanted, measured: atFew.ratio, unit },
        { what: whatMany, wanted, measured: atMany.ratio, unit },
        {
          what: `${whatMany}, against ${texts[0]}`,
          wanted: { atMost: SLOWER_MOST },
          measured: median(slower),
          unit: 'times slower',
        },
      ],
    };
  },
};

async function startPair(context: Context, stored: number): Promise<Pair> {
  context.progress(`storing ${stored} instances`);
  const set = await context.data.stored(stored);
  const ids = set.instances.map((key) => `ins-${key}`);
  const product = await startProduct(context, set.copy());
  const call = (id: string): Call => ({
    action: 'DescribeInstances',
    parameters: { InstanceIds: [id] },
  });
  const [first = ''] = ids;
  const answer = await ask(product.port, call(first));
  if (!answer.includes(`"InstanceId":"${first}"`)) {
    throw new Error(`${first} was asked for and this answered: ${answer}`);
  }
  const yardstick = await readingYardstick(context.data, { ids, answer });
  const random = seededRandom('describe-by-id');
  return {
    product,
    yardstick,
    load(server, msMax) {
      const drawn = Array.from({ length: REQUESTS }, () => ids[random.integer(ids.length)] ?? '');
      const requests = prepare(server.port, drawn.map(call));
      return slice(server, { requests, connections: CONNECTIONS, msMax });
    },
  };
}
