import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import { services } from '#apis/manifest.ts';
import { boot } from '#server/boot.ts';
import { rateOf } from '#wire/service.ts';
import { tencentClient } from '../support/tencent-client.ts';

function rateOfAction(name: string): number {
  const service = services.find(({ actions }) => actions.some((action) => action.name === name));
  const action = service?.actions.find((one) => one.name === name);
  return (service && action && rateOf(service, action)) ?? Number.NaN;
}

test('documented rates are enforced where that is asked for, by the wall clock', async () => {
  const wall = simulatedClock(Date.now());
  const server = await boot({ throttle: 'documented', wall });
  const client = tencentClient(server.url, server.rootKey);
  const passed = async (): Promise<number> => {
    let count = 0;
    while ((await client.call('DescribeZones', {})).Error === undefined) count += 1;
    return count;
  };
  const rate = rateOfAction('DescribeZones');
  assert.ok(rate >= 1 && rate < 1_000);
  assert.equal(await passed(), rate);
  const refused = await client.call('DescribeZones', {});
  assert.equal(refused.Error?.Code, 'RequestLimitExceeded');
  wall.advance(1_000);
  assert.equal(await passed(), rate);
  client.close();
  await server.stop();
});

test('names of regions that do not exist, or do not count, pass no limit', async () => {
  const wall = simulatedClock(Date.now());
  const server = await boot({ throttle: 'documented', wall });
  const passed = async (action: string, times: number): Promise<number> => {
    let count = 0;
    for (let at = 0; at < times; at += 1) {
      const client = tencentClient(server.url, { ...server.rootKey, region: `ap-nowhere-${at}` });
      const { Error: error } = await client.call(action, {});
      client.close();
      if (error?.Code !== 'RequestLimitExceeded') count += 1;
    }
    return count;
  };
  for (const name of ['DescribeRegions', 'DescribeZones']) {
    const allowed = rateOfAction(name);
    assert.equal(await passed(name, allowed + 5), allowed, name);
  }
  await server.stop();
});
