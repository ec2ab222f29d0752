import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBusyboxImage } from '../test/support/busybox-image.ts';
import {
  removeInstances,
  startLxd,
  until,
  withoutLxd,
  type LxdServer,
} from '../test/support/lxd-server.ts';
import { runScript, type Server } from './child.ts';
import type { Benchmark, Context } from './context.ts';
import { startProduct } from './product.ts';
import { median, ratios, type Outcome } from './report.ts';
import { ask } from './requests.ts';
import { alternate } from './rounds.ts';

/** Issue 3, part B: what the product may take over what it stands on. */
const ONE_MOST = 1.3;
const MANY_MOST = 1;
const MANY = 20;
const LOOK_MS = 10;
const LAUNCH_MS_MAX = 120_000;
const MANY_OF_ALL = { cpu: 1_000, memory: 1_000, disk: 1_000 };

/** Real machines of a real server, by the product and by that server's own client. */
export const launchOverhead: Benchmark = {
  name: 'launch-overhead',
  description: `RunInstances to RUNNING on an LXD server, against lxc launch: 1, ${MANY} at once`,
  async run(context) {
    const why = withoutLxd();
    if (why !== false) {
      context.progress(`launch-overhead is left out: ${why}`);
      return { rows: [], targets: [] };
    }
    const lxd = await startLxd();
    try {
      return await measure(context, lxd);
    } finally {
      await lxd.close();
    }
  },
};

async function measure(context: Context, lxd: LxdServer): Promise<Outcome> {
  const data = context.data.path('incus');
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'incus.json'), JSON.stringify({ overcommit: MANY_OF_ALL }));
  const driver = { YUNTAI_DRIVER: 'incus', YUNTAI_INCUS: `unix:${lxd.socket}` };
  const product = await startProduct(context, data, driver);
  try {
    const image = await importImage(context, lxd, data);
    const sides = (count: number) => ({
      product: () => launchByProduct({ lxd, product, image, count }),
      raw: () => launchRaw(lxd, count),
    });
    context.progress('launching real machines');
    await alternate(1, sides(1));
    const one = await alternate(Math.max(context.scale.rounds, 3), sides(1));
    const many = await alternate(Math.min(context.scale.rounds, 3), sides(MANY));
    return outcomeOf([
      { what: '1 real machine', most: ONE_MOST, product: one.product, yardstick: one.raw },
      {
        what: `${MANY} real machines`,
        most: MANY_MOST,
        product: many.product,
        yardstick: many.raw,
      },
    ]);
  } finally {
    await product.stop();
  }
}

interface Measured {
  readonly what: string;
  readonly most: number;
  readonly product: readonly number[];
  readonly yardstick: readonly number[];
}

function outcomeOf(measured: readonly Measured[]): Outcome {
  return {
    rows: measured.map(({ what, product, yardstick }) => ({
      what,
      unit: 'ms to RUNNING',
      product,
      yardstick,
    })),
    targets: measured.map(({ what, most, product, yardstick }) => ({
      what,
      wanted: { atMost: most },
      measured: median(ratios(product, yardstick)),
      unit: 'of lxc launch',
    })),
  };
}

/** The image's vendor id; the server's own client calls it bb. */
async function importImage(context: Context, lxd: LxdServer, data: string): Promise<string> {
  const directory = writeBusyboxImage(context.data.path('busybox'));
  const named = ['--name', 'bb', '--os', 'Busybox 1.35', '--min-disk', '1', '--data', data];
  await runScript(context.bundle, ['image', 'import', directory, ...named]);
  rmSync(directory, { recursive: true });
  const listed = await runScript(context.bundle, ['image', 'list', '--json', '--data', data]);
  const [image] = JSON.parse(listed) as ReadonlyArray<{ readonly ids: readonly string[] }>;
  const [fingerprint = ''] = (await lxd.lxc('image', 'list', '--format=csv', '--columns=F')).split(
    '\n',
  );
  await lxd.lxc('image', 'alias', 'create', 'bb', fingerprint);
  return image?.ids[0] ?? '';
}

interface Launch {
  readonly lxd: LxdServer;
  readonly product: Server;
  readonly image: string;
  readonly count: number;
}

/** Milliseconds from the request until all are shown running; then they are taken away again. */
async function launchByProduct({ lxd, product, image, count }: Launch): Promise<number> {
  const { port } = product;
  const began = performance.now();
  const launched = await ask(port, {
    action: 'RunInstances',
    parameters: {
      Placement: { Zone: 'ap-guangzhou-3' },
      ImageId: image,
      InstanceType: 'S5.SMALL1',
      InstanceCount: count,
    },
  });
  const InstanceIds = (JSON.parse(launched) as Answer<{ InstanceIdSet: string[] }>).Response
    .InstanceIdSet;
  for (;;) {
    const parameters = { InstanceIds, Limit: 100 };
    const text = await ask(port, { action: 'DescribeInstances', parameters });
    if (text.split('"InstanceState":"RUNNING"').length - 1 === count) break;
    if (text.includes('LAUNCH_FAILED') || performance.now() - began > LAUNCH_MS_MAX) {
      throw new Error(`Machines were not launched: ${text}`);
    }
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_MS);
    });
  }
  const took = performance.now() - began;
  await ask(port, { action: 'TerminateInstances', parameters: { InstanceIds } });
  await until(LAUNCH_MS_MAX, 'they are gone', async () => {
    return (await lxd.lxc('list', '--format=csv', '--columns=n')).trim() === '';
  });
  return took;
}

interface Answer<Body> {
  readonly Response: Body;
}

async function launchRaw(lxd: LxdServer, count: number): Promise<number> {
  const names = Array.from({ length: count }, (_, index) => `raw${index}`);
  const began = performance.now();
  await Promise.all(names.map((name) => lxd.lxc('launch', 'bb', name, '--quiet')));
  const took = performance.now() - began;
  await removeInstances(lxd);
  return took;
}
