import type { Server } from './child.ts';
import type { Benchmark } from './context.ts';
import type { DataSet } from './data-sets.ts';
import { launchZone, runInstances, sampleLaunch } from './launch-calls.ts';
import { load } from './load.ts';
import { startProduct } from './product.ts';
import { median } from './report.ts';
import { ask, prepare } from './requests.ts';
import { alternate } from './rounds.ts';
import { committingYardstick } from './yardstick-of.ts';

const CONNECTIONS = 4;
const INSTANCES = 100;
const ACCEPTED_LEAST = 5_000;
const RUNNING_LEAST = 1_500;
const POLL_MS = 20;
const WAIT_MS_MAX = 120_000;
const WARM_UP_LAUNCHES = 20;

interface Burst {
  /** Instances a second until all launches had been answered. */
  readonly accepted: number;
  /** And until all of them were running. */
  readonly running: number;
}

/** Launches of a hundred, and how long it takes until all of their machines run. */
export const runHundred: Benchmark = {
  name: 'run-hundred',
  description: 'RunInstances of 100: instances accepted and brought to RUNNING a second',
  async run(context) {
    const { scale, data } = context;
    const set = await data.stored(scale.fewStored);
    const sample = await sampleLaunch(context, set, INSTANCES);
    const product = await startProduct(context, set.copy());
    const yardstick = await committingYardstick(data, sample);
    context.progress('launching a hundred at a time');
    await launch(product, set, { round: 0, launches: WARM_UP_LAUNCHES });
    await untilRunning(product);
    await launch(yardstick, set, { round: 0, launches: WARM_UP_LAUNCHES });
    const launches = scale.bigLaunches;
    const results = await alternate(scale.rounds, {
      async product(round): Promise<Burst> {
        const before = await countOf(product, 'RUNNING');
        const began = performance.now();
        const accepted = await launch(product, set, { round, launches });
        await untilRunning(product);
        const running = (launches * INSTANCES * 1_000) / (performance.now() - began);
        const missing = before + launches * INSTANCES - (await countOf(product, 'RUNNING'));
        if (missing !== 0) throw new Error(`${missing} instances did not get to RUNNING.`);
        return { accepted, running };
      },
      async yardstick(round): Promise<Burst> {
        const accepted = await launch(yardstick, set, { round, launches });
        return { accepted, running: accepted };
      },
    });
    await product.stop();
    await yardstick.stop();
    const unit = 'instances/s';
    const accepted = results.product.map((one) => one.accepted);
    const running = results.product.map((one) => one.running);
    const yardsticks = results.yardstick.map((one) => one.accepted);
    const [whatAccepted, whatRunning] = ['RunInstances of 100, accepted', '… and running'];
    return {
      rows: [
        { what: whatAccepted, unit, product: accepted, yardstick: yardsticks },
        { what: whatRunning, unit, product: running, yardstick: yardsticks },
      ],
      targets: [
        {
          what: whatAccepted,
          wanted: { atLeast: ACCEPTED_LEAST },
          measured: median(accepted),
          unit,
        },
        { what: whatRunning, wanted: { atLeast: RUNNING_LEAST }, measured: median(running), unit },
      ],
    };
  },
};

/** Answers how many instances a second were accepted. */
async function launch(
  server: Server,
  set: DataSet,
  { round, launches }: { readonly round: number; readonly launches: number },
): Promise<number> {
  const requests = prepare(server.port, [runInstances(set, INSTANCES, round)]);
  const options = { requests, connections: CONNECTIONS, msMax: WAIT_MS_MAX, countMax: launches };
  const { answered, ms } = await load({ ...options, port: server.port });
  return (answered * INSTANCES * 1_000) / ms;
}

async function countOf(server: Server, state: string): Promise<number> {
  const filters = [
    { Name: 'zone', Values: [launchZone] },
    { Name: 'instance-state', Values: [state] },
  ];
  const parameters = { Filters: filters, Limit: 1 };
  const answer = await ask(server.port, { action: 'DescribeInstances', parameters });
  const { Response } = JSON.parse(answer) as { Response: { TotalCount: number } };
  return Response.TotalCount;
}

async function untilRunning(server: Server): Promise<void> {
  const began = performance.now();
  while ((await countOf(server, 'PENDING')) > 0) {
    if (performance.now() - began > WAIT_MS_MAX) throw new Error('Instances are still PENDING.');
    await new Promise((resolve) => {
      setTimeout(resolve, POLL_MS);
    });
  }
}
