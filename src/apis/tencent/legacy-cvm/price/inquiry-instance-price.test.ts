import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';

/** The example of the page (seed 004 L53896-53902). */
const example = {
  instanceType: 1,
  imageId: 'img-9qabwvbn',
  cpu: 1,
  mem: 1,
  storageSize: 10,
  period: 1,
} as const;

let cloud: TestCloud;
let legacy: LegacyClient;
before(async () => {
  cloud = await startTestCloud({ configuration: { instancesPerZoneMax: 200 } });
  legacy = legacyClient(cloud.server);
});
after(() => cloud.stop());

type Parameters = Readonly<Record<string, string | number>>;
async function price(more: Parameters = {}): Promise<readonly unknown[]> {
  const answer = await legacy.ok('InquiryInstancePrice', { ...example, ...more });
  return [answer['price'], answer['originalPrice']];
}
async function paid(more: Parameters = {}): Promise<number> {
  const [sum] = await price(more);
  assert.ok(Number.isInteger(sum));
  return Number(sum);
}
const refusal = (more: Parameters, less: readonly string[] = []) => {
  const all = Object.entries({ ...example, ...more }).filter(([name]) => !less.includes(name));
  return legacy.refusal('InquiryInstancePrice', Object.fromEntries(all));
};
const INVALID = '4000 InvalidParameter';

test('the price of a purchase, and the one that is listed, in fen', async () => {
  const [month, listed] = await price();
  assert.ok(Number(month) > 0 && Number(listed) >= Number(month));
  assert.deepEqual(await price({ goodsNum: 100 }), [100 * Number(month), 100 * Number(listed)]);
  const [year, listedYear] = await price({ period: 12 });
  assert.equal(listedYear, 12 * Number(listed));
  assert.ok(Number(year) <= listedYear);
  assert.ok((await paid({ period: 36 })) > Number(year));
});

test('disks and bandwidth cost more, traffic is paid by use', async () => {
  const local = await paid();
  const cloudDisks = await paid({ storageType: 2 });
  assert.ok(cloudDisks > local);
  const ssd = { storageType: 4, storageSize: 100 };
  assert.ok((await paid(ssd)) > (await paid({ ...ssd, storageType: 2 })));
  assert.ok((await paid({ ...ssd, storageSize: 110 })) > (await paid(ssd)));
  assert.ok((await paid({ bandwidth: 2 })) > local);
  assert.equal(await paid({ bandwidth: 2, bandwidthType: 'PayByTraffic' }), local);
  assert.ok((await paid({ cpu: 2, mem: 4 })) > local);
});

test('a system disk has 20 to 50 GB on Linux, in steps of one (L53775-53779)', async () => {
  const small = { imageId: 'img-487zeit5', storageType: 2 };
  const twenty = await paid({ ...small, rootSize: 20 });
  assert.ok((await paid({ ...small, rootSize: 50 })) > twenty);
  assert.ok((await paid({ ...small, rootSize: 25 })) > twenty);
  assert.equal(await refusal({ ...small, rootSize: 19 }), INVALID);
  assert.equal(await refusal({ ...small, rootSize: 51 }), INVALID);
});

test('says what is wrong with a purchase', async () => {
  assert.match(await refusal({ bandwidth: 65_536 }), / InvalidParameter\.Bandwidth$/);
  assert.ok((await paid({ bandwidth: 65_535 })) > 0);
  const missing = await refusal({ rootSize: 50 }, ['imageId']);
  assert.match(missing, / InvalidParameter\.MissImageId$/);
  assert.equal(await refusal({ period: 0 }), INVALID);
  assert.equal(await refusal({ period: 37 }), INVALID);
  assert.equal(await refusal({ goodsNum: 101 }), INVALID);
  assert.equal(await refusal({ storageType: 5 }), INVALID);
  assert.equal(await refusal({ instanceModel: 'CVM.X1' }), INVALID);
  assert.equal(await refusal({ imageType: 1 }), INVALID);
  for (const name of ['instanceType', 'cpu', 'mem', 'storageSize', 'imageId', 'period']) {
    assert.equal(await refusal({}, [name]), INVALID, name);
  }
});

test('a larger size costs the difference, with its disk and its bandwidth', async () => {
  const access = { InternetChargeType: 'BANDWIDTH_PREPAID', InternetMaxBandwidthOut: 1 };
  const [id = ''] = await cloud.launchRunning({
    InstanceType: 'S1.SMALL1',
    InstanceChargeType: 'PREPAID',
    InstanceChargePrepaid: { Period: 2 },
    DataDisks: [{ DiskType: 'CLOUD_PREMIUM', DiskSize: 20 }],
    InternetAccessible: access,
  });
  const inquire = (more: Parameters) =>
    legacy.ok('InquiryInstancePrice', { instanceId: id, instanceType: 4, ...more });
  const fen = async (more: Parameters) => Number((await inquire(more))['price']);
  const size = await fen({ cpu: 2, mem: 4 });
  const disk = await fen({ storageSize: 40 });
  assert.ok(size > 0 && disk > 0);
  assert.equal(await fen({ cpu: 2, mem: 4, storageSize: 40 }), size + disk);
  const [shown] = await cloud.show([id]);
  const created = Date.parse(String(shown?.['CreatedTime']));
  const day = (at: number) => new Date(created + at * 86_400_000 + 28_800_000).toISOString();
  const [first, last] = [day(1).slice(0, 10), day(10).slice(0, 10)];
  const during = { bandwidthUpgradeStartTime: first, bandwidthUpgradeEndTime: last };
  const nine = await fen({ bandwidth: 2, ...during });
  const days = { instanceType: 5, bandwidth: 2, startTime: first, endTime: last };
  // There the last day is part of it.
  const ten = await fen(days);
  assert.ok(Math.abs(ten / nine - 10 / 9) < 0.01, `${ten} ${nine}`);
  const refused = (more: Parameters) =>
    legacy.refusal('InquiryInstancePrice', { instanceId: id, instanceType: 4, ...more });
  assert.match(await refused({ cpu: 1, mem: 1 }), /NotSupport\.InstanceConfig$/);
  await refused({ bandwidth: 2 });
  await refused({ instanceType: 5, bandwidth: 2 });
  assert.equal(await refusal({ instanceType: 4 }), INVALID);
  assert.equal(await refusal({ instanceType: 5, bandwidth: 5 }), INVALID);
  assert.equal(await refusal({ instanceType: 3 }), INVALID);
});

test('more months of an instance cost what it does (L53713-53721)', async () => {
  const launch = { ...example, instanceType: 'CVM.S1', bandwidth: 2, storageType: 2 };
  const { unInstanceIds } = await legacy.ok('RunInstances', launch);
  const [[instanceId = ''] = []] = Object.values(unInstanceIds as Record<string, string[]>);
  const renewal = (period: number) =>
    legacy.ok('InquiryInstancePrice', { instanceType: 1, instanceId, period });
  const { price: month } = await renewal(1);
  assert.equal(month, await paid({ bandwidth: 2, storageType: 2 }));
  const { price: years } = await renewal(36);
  assert.equal(years, await paid({ bandwidth: 2, storageType: 2, period: 36 }));
  const refused = (id: string, period = 1) =>
    legacy.refusal('InquiryInstancePrice', { instanceType: 1, instanceId: id, period });
  assert.match(await refused('ins-00000000'), / InvalidParameter\.ResourceNotFound$/);
  assert.equal(await refused(instanceId, 37), INVALID);
  const made = await legacy.ok('RunInstancesHour', { ...launch, zoneId: 100003 });
  const [byHour = ''] = made['unInstanceIds'] as readonly string[];
  assert.match(await refused(byHour), / NotSupport\.NotPrepaidUser$/);
});
