import type { Benchmark } from './context.ts';
import { runInstances, sampleLaunch } from './launch-calls.ts';
import { startProduct } from './product.ts';
import { prepare } from './requests.ts';
import type { Server } from './child.ts';
import { alternate, compare, slice } from './rounds.ts';
import { committingYardstick } from './yardstick-of.ts';

const CONNECTIONS = 16;
const RATIO_LEAST = 0.6;
/** In one slice: what all slices of a run launch together fits the free subnets. */
const LAUNCHES_MAX = 10_000;

/** Launches of one instance from clients that know nothing of each other. */
export const runOne: Benchmark = {
  name: 'run-one',
  description: 'RunInstances of 1 at 16 connections, against one durable commit a request',
  async run(context) {
    const { scale, data } = context;
    const set = await data.stored(scale.fewStored);
    const sample = await sampleLaunch(context, set, 1);
    const product = await startProduct(context, set.copy());
    const yardstick = await committingYardstick(data, sample);
    const side = (server: Server, msMax: number) => async (round: number) => {
      const requests = prepare(server.port, [runInstances(set, 1, round)]);
      const options = { requests, connections: CONNECTIONS, msMax, countMax: LAUNCHES_MAX };
      return slice(server, options);
    };
    context.progress('launching one at a time');
    for (const server of [product, yardstick]) await side(server, scale.warmUpMs)(0);
    const results = await alternate(scale.rounds, {
      product: side(product, scale.sliceMs),
      yardstick: side(yardstick, scale.sliceMs),
    });
    await product.stop();
    await yardstick.stop();
    const what = 'RunInstances of 1';
    const { rows, ratio } = compare(what, results.product, results.yardstick);
    const wanted = { atLeast: RATIO_LEAST };
    return { rows, targets: [{ what, wanted, measured: ratio, unit: 'of the yardstick' }] };
  },
};
