import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import { services } from '#apis/manifest.ts';
import { boot } from '#server/boot.ts';
import { tencentClient } from '../support/tencent-client.ts';

const rate = services
  .flatMap(({ actions }) => actions)
  .find(({ name }) => name === 'DescribeZones')?.ratePerSecond;

test('documented rates are enforced where that is asked for, by the wall clock', async () => {
  const wall = simulatedClock(Date.now());
  const server = await boot({ throttle: 'documented', wall });
  const client = tencentClient(server.url, server.rootKey);
  const passed = async (): Promise<number> => {
    let count = 0;
    while ((await client.call('DescribeZones', {})).Error === undefined) count += 1;
    return count;
  };
  assert.ok(rate !== undefined && rate >= 1 && rate < 1_000);
  assert.equal(await passed(), rate);
  const refused = await client.call('DescribeZones', {});
  assert.equal(refused.Error?.Code, 'RequestLimitExceeded');
  wall.advance(1_000);
  assert.equal(await passed(), rate);
  client.close();
  await server.stop();
});
