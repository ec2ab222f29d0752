import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { client2017, type Client2017 } from '../client.test-support.ts';

const least = { 'Placement.Zone': 'ap-guangzhou-2', ImageId: 'img-pmqg1cw7' } as const;

let cloud: TestCloud;
let client: Client2017;
before(async () => {
  cloud = await startTestCloud();
  client = client2017(cloud.server);
});
after(() => cloud.stop());

const price = async (body: Readonly<Record<string, string | number>> = {}) =>
  (await client.ok('InquiryPriceRunInstances', { ...least, ...body }))['Price'];

test('the samples come out as they are printed (seed 004 L43845, L43935, L44030)', async () => {
  assert.deepEqual(await price(), { InstancePrice: { UnitPrice: '0.34', ChargeUnit: 'HOUR' } });
  const full = {
    InstanceType: 'S1.SMALL1',
    'SystemDisk.DiskType': 'LOCAL_BASIC',
    'SystemDisk.DiskSize': 50,
    'DataDisks.0.DiskType': 'LOCAL_BASIC',
    'DataDisks.0.DiskSize': 100,
    'InternetAccessible.InternetChargeType': 'TRAFFIC_POSTPAID_BY_HOUR',
    'InternetAccessible.InternetMaxBandwidthOut': 10,
  };
  const traffic = { UnitPrice: '0.80', ChargeUnit: 'GB' };
  assert.deepEqual(await price(full), {
    InstancePrice: { UnitPrice: '0.34', ChargeUnit: 'HOUR' },
    BandwidthPrice: traffic,
  });
  const prepaid = { InstanceChargeType: 'PREPAID', 'InstanceChargePrepaid.Period': 1 };
  assert.deepEqual(await price({ ...full, ...prepaid }), {
    InstancePrice: { OriginalPrice: '45.00', DiscountPrice: '45.00' },
    BandwidthPrice: traffic,
  });
});

test('an amount has the decimals it needs, at least two', async () => {
  const access = { 'InternetAccessible.InternetChargeType': 'BANDWIDTH_POSTPAID_BY_HOUR' };
  const BandwidthPrice = { UnitPrice: '0.063', ChargeUnit: 'HOUR' };
  const answer = await price({ ...access, 'InternetAccessible.InternetMaxBandwidthOut': 1 });
  assert.deepEqual(answer, {
    InstancePrice: { UnitPrice: '0.34', ChargeUnit: 'HOUR' },
    BandwidthPrice,
  });
});

test('it refuses what the launch of 2017 refuses, in the codes of its page', async () => {
  for (const [code, body] of [
    ['InvalidInstanceName.TooLong', { InstanceName: 'a'.repeat(61) }],
    ['InvalidZone.MismatchRegion', { 'Placement.Zone': 'ap-shanghai-2' }],
    ['InvalidParameterValue.Range', { InstanceCount: 101 }],
    ['InvalidPeriod', { InstanceChargeType: 'PREPAID', 'InstanceChargePrepaid.Period': 13 }],
  ] as const) {
    assert.equal(await client.refusal('InquiryPriceRunInstances', { ...least, ...body }), code);
  }
  await price({ InstanceName: 'a'.repeat(60), InstanceCount: 100 });
});
