import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '#apis/tencent/cloud.test-support.ts';
import { walkGenerations } from '../support/walk-generations.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

test('an instance is launched, stopped, started, rebooted and released across four protocols', () =>
  walkGenerations({
    url: cloud.server.url,
    key: cloud.server.rootKey,
    nowSeconds: () => Math.floor(cloud.server.wall.now() / 1000),
    goOn: () => cloud.passTime(1_000),
  }));
