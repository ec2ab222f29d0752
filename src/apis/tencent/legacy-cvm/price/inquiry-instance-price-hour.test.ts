import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';

const least = { cpu: 1, mem: 1, imageId: 'img-9qabwvbn', imageType: 2, storageSize: 10 } as const;

let cloud: TestCloud;
let legacy: LegacyClient;
before(async () => {
  cloud = await startTestCloud({ configuration: { instancesPerZoneMax: 200 } });
  legacy = legacyClient(cloud.server);
});
after(() => cloud.stop());

type Parameters = Readonly<Record<string, string | number>>;
const price = async (more: Parameters = {}) =>
  (await legacy.ok('InquiryInstancePriceHour', { ...least, ...more }))['data'];
const refusal = (more: Parameters) =>
  legacy.refusal('InquiryInstancePriceHour', { ...least, ...more });
const cvm = { price: '0.34', price_unit: 'HOUR' };

test('answers prices as texts in yuan with their units (seed 004 L54010-54034)', async () => {
  assert.deepEqual(await price(), { cvm });
  const traffic = { price: '0.52', price_unit: 'GB' };
  const byTraffic = { bandwidthType: 'PayByTraffic', bandwidth: 2 };
  assert.deepEqual(await price(byTraffic), { cvm, bandwidth: traffic });
  const byHour = { price: '0.126', price_unit: 'HOUR' };
  assert.deepEqual(await price({ bandwidth: 2 }), { cvm, bandwidth: byHour });
});

test('is that of all instances, up to a hundred', async () => {
  const hundred = { price: '34.00', price_unit: 'HOUR' };
  assert.deepEqual(await price({ goodsNum: 100 }), { cvm: hundred });
  await refusal({ goodsNum: 101 });
  await refusal({ goodsNum: 0 });
});

test('a cloud disk costs what a local one does not', async () => {
  // A system disk as large as its image, 50 GiB, and 10 of data.
  const withDisks = { price: '0.364', price_unit: 'HOUR' };
  assert.deepEqual(await price({ storageType: 2 }), { cvm: withDisks });
  await refusal({ storageType: 3 });
});

test('what cannot be launched has no price', async () => {
  await refusal({ cpu: 3 });
  await refusal({ imageId: 'img-00000000' });
  await refusal({ storageSize: 5 });
  await refusal({ imageType: 1 });
  cloud.server.simulator?.provoke({ effect: 'sold-out', type: 'S1.SMALL1' });
  await refusal({});
  cloud.server.simulator?.clearProvocations();
  assert.deepEqual(await price(), { cvm });
});
