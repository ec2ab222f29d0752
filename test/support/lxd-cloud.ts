import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { IncusConfiguration } from '#drivers/incus/configuration.ts';
import { MAIN } from './command.ts';
import { aliyunClient, type AliyunClient } from './aliyun-client.ts';
import { writeBusyboxImage } from './busybox-image.ts';
import { until } from './lxd-server.ts';
import { spawnServer } from './spawned.ts';
import { tencentClient, type TencentAnswer, type TencentClient } from './tencent-client.ts';

const KEY = { id: 'AKIDproduct', secret: 'a-secret-of-this-test' };
const LAUNCHED_MS_MAX = 90_000;
const run = promisify(execFile);

/** An instance as API 3.0 shows it. */
export interface ShownInstance {
  readonly InstanceId: string;
  readonly InstanceState: string;
  readonly PrivateIpAddresses: readonly string[];
}

/** A host as `yuntai host list --json` shows it. */
export interface ShownHost {
  readonly name: string;
  readonly zone: string;
  readonly state: string;
  readonly instances: number;
  readonly cpu: { readonly booked: number; readonly total: number };
}

/** A whole cloud in a process of its own, on a test's LXD server. */
export interface LxdCloud {
  readonly directory: string;
  readonly url: string;
  readonly key: typeof KEY;
  readonly tencent: TencentClient;
  readonly aliyun: AliyunClient;
  /** The command line; answers what it says. @throws Error where it fails */
  yuntai(...args: string[]): Promise<string>;
  hosts(): Promise<readonly ShownHost[]>;
  /** Imports the smallest image, in further words of `yuntai image import`; answers its ids. */
  importBusybox(...more: string[]): Promise<readonly string[]>;
  /** Launches an image by RunInstances. */
  launch(image: string, more?: object): Promise<readonly string[]>;
  /** An action of API 3.0 on instances; refused is an error of the test. */
  must(action: string, ids: readonly string[], more?: object): Promise<void>;
  shown(ids: readonly string[]): Promise<readonly ShownInstance[]>;
  /** Waits until all of these are shown in a state. */
  become(ids: readonly string[], state: string, msMax?: number): Promise<void>;
  /** Waits until none of these is shown any more. */
  vanish(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Starts a cloud on the server behind a socket, with room for more than there is. */
export async function startLxdCloud(
  socket: string,
  configuration: Partial<IncusConfiguration> = {},
): Promise<LxdCloud> {
  const directory = mkdtempSync(join(tmpdir(), 'yt-product-'));
  const data = join(directory, 'data');
  mkdirSync(data);
  const overcommit = { cpu: 100, memory: 100, disk: 100 };
  writeFileSync(
    join(data, 'incus.json'),
    JSON.stringify({ overcommit, softStopSeconds: 5, ...configuration }),
  );
  const environment = { YUNTAI_DRIVER: 'incus', YUNTAI_INCUS: `unix:${socket}` };
  const server = await spawnServer({ data, keyId: KEY.id, keySecret: KEY.secret, environment });
  const tencent = tencentClient(server.url, KEY);
  const aliyun = aliyunClient(server.url, KEY);
  const yuntai = async (...args: string[]): Promise<string> => {
    const all = ['--disable-warning=ExperimentalWarning', MAIN, ...args, '--data', data];
    return (await run(process.execPath, all, { timeout: 180_000 })).stdout;
  };
  const answered = (answer: TencentAnswer): TencentAnswer => {
    assert.equal(answer.Error, undefined, JSON.stringify(answer.Error));
    return answer;
  };
  const shown: LxdCloud['shown'] = async (InstanceIds) => {
    const answer = answered(await tencent.call('DescribeInstances', { InstanceIds, Limit: 100 }));
    return answer['InstanceSet'] as readonly ShownInstance[];
  };
  return {
    directory,
    url: server.url,
    key: KEY,
    tencent,
    aliyun,
    yuntai,
    async hosts() {
      const text = await yuntai('host', 'list', '--json');
      return (JSON.parse(text) as { hosts: readonly ShownHost[] }).hosts;
    },
    async importBusybox(...more) {
      const path = mkdtempSync(join(directory, 'busybox-'));
      writeBusyboxImage(path);
      const named = ['--name', 'busybox', '--os', 'Busybox 1.35', '--min-disk', '1'];
      await yuntai('image', 'import', path, ...named, ...more);
      const text = await yuntai('image', 'list', '--json');
      return (JSON.parse(text) as ReadonlyArray<{ ids: readonly string[] }>)[0]?.ids ?? [];
    },
    async launch(ImageId, more = {}) {
      const Placement = { Zone: 'ap-guangzhou-3' };
      const asked = { Placement, ImageId, InstanceType: 'S5.SMALL1', ...more };
      return answered(await tencent.call('RunInstances', asked))['InstanceIdSet'] as string[];
    },
    must: async (action, InstanceIds, more = {}) =>
      void answered(await tencent.call(action, { InstanceIds, ...more })),
    shown,
    become: (ids, state, msMax = LAUNCHED_MS_MAX) =>
      until(msMax, `${ids.join(', ')} ${state}`, async () =>
        (await shown(ids)).every(({ InstanceState }) => InstanceState === state),
      ),
    vanish: (ids) =>
      until(LAUNCHED_MS_MAX, `${ids.join(', ')} gone`, async () => (await shown(ids)).length === 0),
    async close() {
      tencent.close();
      aliyun.close();
      server.process.kill('SIGTERM');
      await server.ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
