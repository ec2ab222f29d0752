import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import { passTime } from '#workflow/testing.ts';
import { auditSettled } from '../../test/support/audit.ts';
import { tencentClient } from '../../test/support/tencent-client.ts';
import { boot } from './boot.ts';

const rootKey = { id: 'AKIDfollowfollow', secret: 'a-secret-of-this-test' };
const LAUNCH = {
  Placement: { Zone: 'ap-guangzhou-3' },
  ImageId: 'img-9qabwvbn',
  InstanceType: 'S5.MEDIUM4',
};

/** Starts a cloud with these hosts in each zone, of 2 vCPUs for each instance that is to fit. */
async function start(data: string, [perZone, instances]: readonly [number, number]) {
  const cloudClock = simulatedClock(Date.UTC(2026, 0, 1));
  const size = { cpu: 2 * instances, memoryGiB: 4 * instances, diskGiB: 1_000, zones: {} };
  const simulation = { hosts: { perZone, ...size } };
  const server = await boot({ data, rootKey, cloudClock, simulation });
  const client = tencentClient(server.url, rootKey);
  const { engine, store } = server;
  const call = async (action: string, body: object) => {
    const answer = await client.call(action, body);
    await passTime({ engine, store, cloud: cloudClock }, 10_000);
    return answer;
  };
  return {
    /** How many more fit, tried one after another. */
    async fit(): Promise<readonly string[]> {
      const ids: string[] = [];
      for (;;) {
        const answer = await call('RunInstances', LAUNCH);
        if (answer.Error !== undefined) {
          assert.equal(answer.Error.Code, 'ResourceInsufficient.SpecifiedInstanceType');
          return ids;
        }
        ids.push(...(answer['InstanceIdSet'] as string[]));
      }
    },
    async release(ids: readonly string[]): Promise<void> {
      assert.equal((await call('TerminateInstances', { InstanceIds: ids })).Error, undefined);
    },
    async stop(): Promise<void> {
      client.close();
      assert.deepEqual(await auditSettled(store), []);
      await server.stop();
    },
  };
}

test('hosts in use grow, shrink and go as their configuration does', async () => {
  const data = await mkdtemp(join(tmpdir(), 'yuntai-hosts-'));
  let cloud = await start(data, [1, 1]);
  const [first = ''] = await cloud.fit();
  assert.deepEqual(await cloud.fit(), []);
  await cloud.stop();

  cloud = await start(data, [2, 2]);
  const more = await cloud.fit();
  assert.equal(more.length, 3, 'two hosts of two, and one instance there');
  await cloud.stop();

  cloud = await start(data, [1, 1]);
  assert.deepEqual(await cloud.fit(), [], 'no host is below what it carries');
  await cloud.release(more);
  assert.deepEqual(await cloud.fit(), [], 'the first is still there, on the one host left');
  await cloud.release([first]);
  assert.equal((await cloud.fit()).length, 1);
  await cloud.stop();
  await rm(data, { recursive: true });
});
