import { type MovableClock, simulatedClock } from '#kernel/clock.ts';
import { Fault } from '#kernel/fault.ts';
import type { Log } from '#kernel/log.ts';
import { createMetrics, type Metrics } from '#kernel/metrics.ts';
import { seededRandom } from '#kernel/random.ts';
import { actionsOf } from './action.ts';
import { boolean, filters, id, integer, list, opaque, string, structure } from './builders.ts';
import type { Answer } from './dialect.ts';

import type { Access } from './authorise.ts';
import { createPipeline, type Flaw, type Order, type Outcome } from './pipeline.ts';
import type { RawRequest } from './raw-request.ts';
import { serviceIndex, type Service } from './service.ts';
import { rawRequestOf, type SignedRequest } from './signed-request.ts';
import { aliyun, tencent, tencent2017 } from './vendors.test-support.ts';

/** 2026-01-02T03:04:05Z: when the requests of the tests are made. */
export const NOW_SECONDS = Date.UTC(2026, 0, 2, 3, 4, 5) / 1000;
/** The one key that the pipelines of the tests know. */
export const KEY = { id: 'AKIDtest', secret: 'secret-of-the-test' };

class StoreAway extends Error {}

const { read, write } = actionsOf<undefined, { before: undefined; within: undefined }>();

const describeThings = read({
  name: 'DescribeThings',
  region: 'required',
  input: structure({
    RegionId: string(),
    Ids: list(id('thing'), { max: 100 }),
    Filters: filters({
      filters: { zone: {} },
      max: 10,
      valuesMax: 5,
      nameField: 'Name',
      valuesField: 'Values',
    }),
    Tags: list(string(), { style: 'json' }),
    Names: list(string(), { style: 'comma' }),
    Part: structure({ Size: integer(), Note: string() }),
    Extra: opaque(),
    Limit: integer({ default: 20, min: 1, max: 100 }),
  }),
  output: structure({ Total: integer(), Things: list(id('thing'), { element: 'Thing' }) }),
  handle: async (_, { Ids = [], Limit }) => ({ Total: Ids.length, Things: Ids.slice(0, Limit) }),
});

const runThings = write({
  name: 'RunThings',
  region: 'optional',
  input: structure({
    RegionId: string(),
    Password: string({ secret: true }),
    DryRun: boolean(),
    How: string({ values: ['refused', 'wordless', 'broken', 'unencodable', 'away'] }),
  }),
  output: structure({ Thing: id('thing'), Size: integer() }),
  dryRun: 'DryRun',
  handle: async (_, { How }) => {
    if (How === 'refused') throw new Fault('thing.gone', { thing: 'r8hr2upy' });
    if (How === 'wordless') throw new Fault('thing.wordless', {});
    if (How === 'broken') throw new Error('Outer.', { cause: new Error('Inner.') });
    if (How === 'away') throw new StoreAway('The disk is full.');
    return { Thing: 'r8hr2upy', Size: How === 'unencodable' ? (1n as never) : 1 };
  },
});

const describeNets = read({
  name: 'DescribeNets',
  input: structure({}),
  output: structure({}),
  handle: async () => ({}),
});

const ofThings = [describeThings, runThings];
const published = ['DescribeThings', 'RunThings', 'ResetThings'];

const services: readonly Service[] = [
  { vendor: 'tencent', service: 'cvm', version: '2017-03-12', published, actions: ofThings },
  {
    vendor: 'tencent',
    service: 'vpc',
    version: '2017-03-12',
    published: ['DescribeNets'],
    actions: [describeNets],
  },
  { vendor: 'tencent', service: 'cvm', version: '2017', published, actions: ofThings },
  { vendor: 'aliyun', service: 'ecs', version: '2014-05-26', published, actions: ofThings },
];

/** A pipeline over the dialects, with everything it did kept to be looked at. */
export interface Trial {
  ask(request: SignedRequest | RawRequest, flaw?: Flaw): Promise<WholeAnswer>;
  readonly wall: MovableClock;
  readonly metrics: Metrics;
  /** What the pipeline asked of its ports, in order. */
  readonly steps: readonly string[];
  readonly orders: readonly Order[];
  /** Lines of the log. */
  readonly lines: ReadonlyArray<{ readonly fields: object; readonly message: string }>;
}

/** An answer whose body is one text. */
export interface WholeAnswer extends Answer {
  readonly body: string;
}

/** An answer with its pieces joined, if it came in some. */
export function whole(answer: Answer): WholeAnswer {
  const { body } = answer;
  return { ...answer, body: typeof body === 'string' ? body : [...body.pieces()].join('') };
}

export interface TrialOptions {
  readonly throttled?: true;
  /** What is not allowed; left out, all is. */
  denies?(access: Access): boolean;
  /** Thrown when a key is looked up. */
  readonly keysAway?: true;
}

/** One pipeline, with the key, the services and the clock of the tests. */
export function trial(options: TrialOptions = {}): Trial {
  const wall = simulatedClock(NOW_SECONDS * 1000);
  const metrics = createMetrics();
  const steps: string[] = [];
  const orders: Order[] = [];
  const lines: Array<{ fields: object; message: string }> = [];
  const nonces = new Set<string>();
  const line = (fields: object, message: string): void => void lines.push({ fields, message });
  const log: Log = { debug: line, info: line, warn: line, error: line };
  const pipeline = createPipeline({
    dialects: [tencent, tencent2017, aliyun],
    services: serviceIndex(services),
    wall,
    random: seededRandom('pipeline'),
    log,
    metrics,
    async keyHolder(accessKeyId) {
      steps.push('key');
      if (options.keysAway === true) throw new StoreAway('No keys.');
      if (accessKeyId !== KEY.id) return undefined;
      return { secret: KEY.secret, account: '100000000001', principal: 'root' };
    },
    async claimNonce(accessKeyId, nonce) {
      steps.push('nonce');
      const seen = nonces.has(`${accessKeyId} ${nonce}`);
      nonces.add(`${accessKeyId} ${nonce}`);
      return !seen;
    },
    authorise(access) {
      if (options.denies === undefined) return true;
      steps.push('authorise');
      return !options.denies(access);
    },
    mayPass() {
      steps.push('throttle');
      return options.throttled !== true;
    },
    async carryOut(order) {
      steps.push('carry out');
      orders.push(order);
      return carryOut(order);
    },
    holdAnswer: () => true,
    isUnavailable: (error) => error instanceof StoreAway,
  });
  const ask: Trial['ask'] = async (request, flaw) =>
    whole(await pipeline('path' in request ? request : rawRequestOf(request), flaw));
  return { ask, wall, metrics, steps, orders, lines };
}

/** As the server's own does it: the region, then the handler, then whether it was only a try. */
async function carryOut({ dialect, action, call, input }: Order): Promise<Outcome> {
  const { region = '' } = call;
  if (action.region === 'required' && region === '') {
    throw dialect.gateway('missing-region', action.name);
  }
  if (region !== '' && !region.endsWith('-guangzhou')) {
    throw dialect.gateway('unknown-region', region);
  }
  const output = await action.handle(undefined as never, input as never);
  return input['DryRun'] === true ? { dryRun: true } : { output };
}
