import type { Server } from './child.ts';
import type { Benchmark } from './context.ts';
import { aliyunFilters, type FilterCall, tencentFilters } from './filter-calls.ts';
import { load, type Load, percentile } from './load.ts';
import { startProduct } from './product.ts';
import { keyOf, rare } from './rare.ts';
import { median, type Row, type Target } from './report.ts';
import { ask, prepare, prepareAliyun } from './requests.ts';
import { readingYardstick } from './yardstick-of.ts';

const P99_MS_MOST = 20;
const OTHERS_MS_MOST = 50;
/** Asked one after the other, while another client polls by id. */
const REQUESTS = 100;
/** A round may miss its last requests, and goes on. */
const MS_MAX = 4_000;
const polled = `ins-${keyOf(rare.first)}`;

/** Each documented filter by itself: a page of 20, with how many there are on all pages. */
export const filters: Benchmark = {
  name: 'filters',
  description: 'a page of 20 with its total by each filter, of both vendors, beside a poll by id',
  async run(context) {
    const { scale, data } = context;
    context.progress(`storing ${scale.grown} instances`);
    const product = await startProduct(context, await data.grown(scale.grown));
    const calls = [...tencentFilters(scale.grown), ...aliyunFilters(scale.grown)];
    const page = { action: 'DescribeInstances', parameters: { Limit: 20 } };
    const answer = await ask(product.port, page);
    const yardstick = await readingYardstick(data, { ids: ['', polled], answer });
    const measured = new Map<FilterCall, Measured[]>(calls.map((call) => [call, []]));
    const least: Measured[] = [];
    // The first round is not counted.
    for (let round = 0; round <= scale.rounds; round += 1) {
      const requests = prepare(
        yardstick.port,
        Array.from({ length: REQUESTS }, () => page),
      );
      const beside = await askBeside(yardstick, requests);
      if (round > 0) least.push(beside);
      for (const call of calls) {
        context.progress(`${call.vendor} ${call.name}`);
        const one = await askBeside(product, requestsOf(product, call));
        if (round > 0) measured.get(call)?.push(one);
      }
    }
    await product.stop();
    await yardstick.stop();
    const found = [...measured];
    return {
      rows: found.flatMap(([call, those]) => rowsOf(call, those, least)),
      targets: [...found.map(([call, those]) => targetOf(call, those)), othersOf(found)],
    };
  },
};

interface Measured {
  readonly asked: Load;
  readonly others: Load;
}

function requestsOf({ port }: Server, call: FilterCall): readonly Buffer[] {
  const action = 'DescribeInstances';
  const { parameters } = call;
  if (call.vendor === 'tencent') return prepare(port, [{ action, parameters }]);
  // A nonce counts once.
  const calls = Array.from({ length: REQUESTS }, () => ({ action, parameters }));
  return prepareAliyun(port, calls as never);
}

/** Loads a server with requests, and with a poll by id of another client as long as that takes. */
async function askBeside(server: Server, requests: readonly Buffer[]): Promise<Measured> {
  const { port } = server;
  const polls = prepare(port, [
    { action: 'DescribeInstances', parameters: { InstanceIds: [polled] } },
  ]);
  const until = new AbortController();
  const polling = load({
    port,
    requests: polls,
    connections: 1,
    msMax: 2 * MS_MAX,
    until: until.signal,
  });
  const asked = await load({
    port,
    requests,
    connections: 1,
    msMax: MS_MAX,
    countMax: REQUESTS,
  });
  until.abort();
  return { asked, others: await polling };
}

function nameOf({ vendor, name }: FilterCall): string {
  return `${vendor === 'tencent' ? 'Tencent' : 'Alibaba'} ${name}`;
}

function rowsOf(
  call: FilterCall,
  those: readonly Measured[],
  least: readonly Measured[],
): readonly Row[] {
  const row = (unit: string, of: (one: Measured) => number): Row => ({
    what: nameOf(call),
    unit,
    product: those.map(of),
    yardstick: least.map(of),
  });
  return [
    row('ms, median', ({ asked }) => percentile(asked, 0.5)),
    row('ms, p99', ({ asked }) => percentile(asked, 0.99)),
    row('ms, others at most', ({ others }) => percentile(others, 1)),
  ];
}

function targetOf(call: FilterCall, those: readonly Measured[]): Target {
  return {
    what: `${nameOf(call)}, p99`,
    wanted: { atMost: P99_MS_MOST },
    measured: median(those.map(({ asked }) => percentile(asked, 0.99))),
    unit: 'ms',
  };
}

/** The longest wait of the other client, beside whichever filter. */
function othersOf(found: ReadonlyArray<readonly [FilterCall, readonly Measured[]]>): Target {
  const waits = found.map(([, those]) => median(those.map(({ others }) => percentile(others, 1))));
  return {
    what: 'others beside any filter',
    wanted: { atMost: OTHERS_MS_MOST },
    measured: Math.max(...waits),
    unit: 'ms',
  };
}
