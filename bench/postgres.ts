import { createDatabase, withoutServer } from '../test/support/postgres-server.ts';
import { type Server, startServer } from './child.ts';
import type { Benchmark, Context } from './context.ts';
import { productOptions } from './product.ts';
import { ask, type Call, launched, prepare } from './requests.ts';
import { alternate, compare, slice, type Slice } from './rounds.ts';

const CONNECTIONS = 16;
const PROCESSES = 3;
/** In one slice of one process: what a run launches fits the default subnet. */
const LAUNCHES_MAX = 1_000;
const DESCRIBED = 50;

const launch: Call = {
  action: 'RunInstances',
  parameters: {
    Placement: { Zone: 'ap-guangzhou-6' },
    ImageId: `img-${launched.image}`,
    InstanceType: launched.type,
    InstanceName: 'bench',
  },
};

/** One cloud, in one process or several, that was just launched into. */
interface Loaded {
  readonly servers: readonly Server[];
  readonly describe: readonly Call[];
}

/** The store that processes share, against the one that a process has to itself. */
export const postgres: Benchmark = {
  name: 'postgres',
  description:
    'one and three processes on PostgreSQL, against one on SQLite: a launch, a poll by id',
  async run(context) {
    if (withoutServer !== false) {
      context.progress(`skipped: ${withoutServer}`);
      return { rows: [], targets: [] };
    }
    const databases = [await createDatabase(), await createDatabase()] as const;
    const [one, three] = databases;
    const clouds = {
      sqlite: await startCloud(context, 1, {}),
      one: await startCloud(context, 1, { YUNTAI_DATABASE_URL: one.url }),
      three: await startCloud(context, PROCESSES, { YUNTAI_DATABASE_URL: three.url }),
    };
    const { scale } = context;
    const launching = (cloud: Loaded, msMax: number) => loadAll(cloud, [launch], msMax);
    const polling = (cloud: Loaded, msMax: number) => loadAll(cloud, cloud.describe, msMax);
    for (const cloud of Object.values(clouds)) {
      await launching(cloud, scale.warmUpMs);
      await polling(cloud, scale.warmUpMs);
    }
    const sides = (load: typeof launching) =>
      alternate(scale.rounds, {
        sqlite: () => load(clouds.sqlite, scale.sliceMs),
        one: () => load(clouds.one, scale.sliceMs),
        three: () => load(clouds.three, scale.sliceMs),
      });
    context.progress('launching one at a time');
    const launches = await sides(launching);
    context.progress('polling by id');
    const polls = await sides(polling);
    for (const { servers } of Object.values(clouds)) {
      await Promise.all(servers.map((server) => server.stop()));
    }
    for (const database of databases) await database.drop();
    const rows = [
      compare('RunInstances of 1, 1 on PostgreSQL', launches.one, launches.sqlite),
      compare('RunInstances of 1, 3 on PostgreSQL', launches.three, launches.sqlite),
      compare('by id, 1 on PostgreSQL', polls.one, polls.sqlite),
      compare('by id, 3 on PostgreSQL', polls.three, polls.sqlite),
    ].flatMap((compared) => compared.rows);
    return { rows, targets: [] };
  },
};

async function startCloud(
  { bundle: script, data, nodeOptions }: Context,
  processes: number,
  env: Readonly<Record<string, string>>,
): Promise<Loaded> {
  const shared = {
    YUNTAI_KEY_FILE: data.path('key'),
    YUNTAI_DEFAULT_SUBNET_MASK: '16',
    ...env,
  };
  const servers: Server[] = [];
  for (let index = 0; index < processes; index += 1) {
    const options = productOptions(data.path('cloud'), shared);
    servers.push(await startServer({ script, nodeOptions, ...options }));
  }
  const port = servers[0]?.port ?? 0;
  const describe: Call[] = [];
  for (let count = 0; count < DESCRIBED; count += 1) {
    const [id = ''] = /ins-[a-z0-9]{8}/.exec(await ask(port, launch)) ?? [];
    describe.push({ action: 'DescribeInstances', parameters: { InstanceIds: [id] } });
  }
  return { servers, describe };
}

/** Loads all processes at once: what they answer together, and what a request costs them. */
async function loadAll({ servers }: Loaded, calls: readonly Call[], msMax: number): Promise<Slice> {
  const connections = Math.ceil(CONNECTIONS / servers.length);
  const slices = await Promise.all(
    servers.map((server) =>
      slice(server, {
        requests: prepare(server.port, calls),
        connections,
        msMax,
        countMax: LAUNCHES_MAX * (calls.length === 1 ? 1 : 1_000),
      }),
    ),
  );
  const [first] = slices;
  if (first === undefined) throw new Error('There is no process to load.');
  const perSecond = slices.reduce((sum, one) => sum + one.perSecond, 0);
  const cpuMicros = slices.reduce((sum, one) => sum + one.cpuMicros, 0) / slices.length;
  return { perSecond, cpuMicros, load: first.load };
}
