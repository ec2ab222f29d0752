import { readFileSync } from 'node:fs';
import { rawConnection, type RawConnection } from './raw-connection.ts';
import { KEY, okay, type SpawnedCloud, TENCENT_LAUNCH } from './spawned-cloud.ts';
import { signTc3 } from '#wire/tencent/sign.ts';

/** What many clients cost a server that ask for its largest page and do not read it. */
export interface SlowReading {
  readonly pageMiB: number;
  readonly readers: number;
  readonly restMiB: number;
  /** Resident memory while all of them wait. */
  readonly heldMiB: number;
  /** The most that there ever was. */
  readonly peakMiB: number;
  /** The longest that another client waited before, and meanwhile. */
  readonly aloneMsMax: number;
  readonly othersMsMax: number;
  /** How many were refused for lack of room. */
  readonly refused: number;
}

const PAGE = 100;
const OTHERS = 40;
const MIB = 1_024 * 1_024;
const WAIT_MS_MAX = 60_000;

/** The most metadata that one instance may have: many values, each of the size that is allowed. */
export function metadataOf(items: number, bytes: number): object {
  const Items = Array.from({ length: items }, (_, at) => ({
    Key: `key-${at}`,
    Value: 'x'.repeat(bytes),
  }));
  return { Metadata: { Items } };
}

/** Fills a page with instances that have `extra`, and has `readers` clients ask for it. */
export async function readSlowly(
  cloud: SpawnedCloud,
  { readers, extra }: { readonly readers: number; readonly extra: object },
): Promise<SlowReading> {
  const { tencent } = cloud;
  const launch = { ...TENCENT_LAUNCH, ...extra, InstanceCount: 1 };
  for (let at = 0; at < PAGE; at += 1) await okay(tencent('RunInstances', launch));
  await cloud.settled();
  const page = JSON.stringify(await okay(tencent('DescribeInstances', { Limit: PAGE })));
  const rest = memoryMiB(cloud, 'VmRSS');
  const aloneMsMax = await longestWait(cloud);
  const connections = Array.from({ length: readers }, () => ask(cloud));
  const othersMsMax = await longestWait(cloud);
  await answered(connections);
  const refused = connections.filter((one) => one.received().includes('ServiceUnavailable')).length;
  const reading = {
    pageMiB: page.length / MIB,
    readers,
    restMiB: rest,
    heldMiB: memoryMiB(cloud, 'VmRSS'),
    peakMiB: memoryMiB(cloud, 'VmHWM'),
    aloneMsMax,
    othersMsMax,
    refused,
  };
  for (const connection of connections) connection.cut();
  return reading;
}

async function longestWait({ tencent }: SpawnedCloud): Promise<number> {
  let longest = 0;
  for (let at = 0; at < OTHERS; at += 1) {
    const began = performance.now();
    await okay(tencent('DescribeZones', {}));
    longest = Math.max(longest, performance.now() - began);
  }
  return longest;
}

/** Sends a request for the page, reads the first bytes of its answer and no more. */
function ask({ server }: SpawnedCloud): RawConnection {
  const { host, port } = new URL(server.url);
  const { headers, body } = signTc3({
    secretId: KEY.id,
    secretKey: KEY.secret,
    host,
    service: 'cvm',
    action: 'DescribeInstances',
    version: '2017-03-12',
    region: 'ap-guangzhou',
    timestampSeconds: Math.floor(Date.now() / 1_000),
    body: { Limit: PAGE },
  });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const connection = rawConnection(Number(port));
  connection.socket.once('data', () => connection.socket.pause());
  connection.send(
    `POST / HTTP/1.1\r\n${lines.join('')}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  return connection;
}

async function answered(connections: readonly RawConnection[]): Promise<void> {
  const deadline = performance.now() + WAIT_MS_MAX;
  while (connections.some((one) => one.received() === '')) {
    if (performance.now() > deadline) throw new Error('Some were never answered.');
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}

function memoryMiB({ server }: SpawnedCloud, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024;
}
