import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({ configuration: { instancesPerZoneMax: 40, spotSwingPercent: 0 } });
});
after(() => cloud.stop());

type Item = Readonly<Record<string, number | string>>;

/** Seed 004 L12231-12563: one launch in two ways. */
const sample = {
  SystemDisk: { DiskSize: 50, DiskType: 'CLOUD_PREMIUM' },
  DataDisks: [{ DiskSize: 100, DiskType: 'CLOUD_PREMIUM' }],
  InstanceCount: 1,
  Placement: { Zone: 'ap-guangzhou-3' },
  ImageId: 'img-9qabwvbn',
  InstanceType: 'S5.16XLARGE256',
  InternetAccessible: {
    PublicIpAssigned: true,
    InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR',
    InternetMaxBandwidthOut: 10,
  },
} as const;
const least = { Placement: sample.Placement, ImageId: sample.ImageId } as const;
const prepaid = (Period: number) => ({
  InstanceChargeType: 'PREPAID',
  InstanceChargePrepaid: { Period },
});

async function price(body: object): Promise<{ InstancePrice: Item; BandwidthPrice: Item }> {
  const { Price } = await cloud.ok('InquiryPriceRunInstances', body);
  return Price as { InstancePrice: Item; BandwidthPrice: Item };
}
const refusal = (body: object) => cloud.refusal('InquiryPriceRunInstances', body);
const some = (item: Item, ...names: readonly string[]) => names.map((name) => item[name]);

describe('InquiryPriceRunInstances', () => {
  test('prices the sample by the month as the document has it', async () => {
    const { InstancePrice, BandwidthPrice } = await price({ ...sample, ...prepaid(1) });
    assert.deepEqual(some(InstancePrice, 'OriginalPrice', 'DiscountPrice'), [8884.5, 1804.9]);
    assert.equal(InstancePrice['ChargeUnit'], 'HOUR');
    assert.equal(InstancePrice['UnitPrice'], 0);
    assert.deepEqual(some(BandwidthPrice, 'UnitPrice', 'UnitPriceDiscount'), [0.8, 0.52]);
    assert.equal(BandwidthPrice['ChargeUnit'], 'GB');
    assert.equal(BandwidthPrice['OriginalPrice'], 0);
  });

  test('prices the sample by the hour as the document has it, in three steps', async () => {
    const { InstancePrice } = await price(sample);
    const listed = ['UnitPrice', 'UnitPriceSecondStep', 'UnitPriceThirdStep'];
    const paid = ['UnitPriceDiscount', 'UnitPriceDiscountSecondStep', 'UnitPriceDiscountThirdStep'];
    assert.deepEqual(some(InstancePrice, ...listed), [16.09, 16.09, 16.09]);
    assert.deepEqual(some(InstancePrice, ...paid), [3.33, 3.33, 3.33]);
    const smallest = (await price(least)).InstancePrice;
    assert.deepEqual(some(smallest, ...listed), [0.2, 0.12, 0.1]);
    assert.deepEqual(some(smallest, ...paid), [0.08, 0.06, 0.06]);
  });

  test('has the price of one, three and five years beside that of the term', async () => {
    const year = (await price({ ...sample, ...prepaid(12) })).InstancePrice;
    assert.deepEqual(some(year, 'OriginalPrice', 'DiscountPrice'), [
      106_614,
      Math.round(1804.9 * 12 * 83 * 10_000) / 1_000_000,
    ]);
    assert.equal(year['OriginalPriceOneYear'], year['OriginalPrice']);
    assert.equal(year['DiscountPriceOneYear'], year['DiscountPrice']);
    const month = (await price({ ...sample, ...prepaid(1) })).InstancePrice;
    assert.equal(month['OriginalPriceOneYear'], year['OriginalPrice']);
    assert.equal(month['OriginalPriceThreeYear'], 3 * Number(year['OriginalPrice']));
    assert.equal(month['OriginalPriceFiveYear'], 5 * Number(year['OriginalPrice']));
    assert.ok(Number(month['DiscountThreeYear']) < Number(month['DiscountOneYear']));
  });

  test('is that of all instances of the launch, and Discount is what of it is paid', async () => {
    const one = (await price({ ...sample, ...prepaid(1) })).InstancePrice;
    const ten = (await price({ ...sample, ...prepaid(1), InstanceCount: 10 })).InstancePrice;
    assert.equal(ten['OriginalPrice'], 88_845);
    assert.equal(ten['DiscountPrice'], 18_049);
    assert.equal(ten['Discount'], one['Discount']);
    assert.equal(one['Discount'], 20.32);
  });

  test('bandwidth costs by the hour or the month, and nothing where there is none', async () => {
    const access = (InternetChargeType: string | undefined, InternetMaxBandwidthOut: number) => ({
      InternetAccessible: { InternetChargeType, InternetMaxBandwidthOut },
    });
    const hourly = await price({ ...least, ...access('BANDWIDTH_POSTPAID_BY_HOUR', 6) });
    assert.equal(hourly.BandwidthPrice['UnitPrice'], 0.565);
    assert.equal(hourly.BandwidthPrice['ChargeUnit'], 'HOUR');
    const monthly = await price({ ...least, ...prepaid(2), ...access(undefined, 6) });
    assert.equal(monthly.BandwidthPrice['OriginalPrice'], 390);
    const none = await price(least);
    assert.ok(Object.values(none.BandwidthPrice).every((value) => value === 0 || value === 'HOUR'));
  });

  test('a spot instance pays a share of the listed hour, without steps', async () => {
    const spot = await price({ ...sample, InstanceChargeType: 'SPOTPAID' });
    assert.deepEqual(some(spot.InstancePrice, 'UnitPrice', 'UnitPriceDiscount'), [16.09, 3.29]);
    assert.equal(spot.InstancePrice['UnitPriceSecondStep'], 0);
  });

  test('what is refused of the launch is refused of its price, in codes of its page', async () => {
    for (const [code, body] of [
      ['InvalidParameterValue.InstanceTypeNotFound', { InstanceType: 'S5.NOTHING1' }],
      ['InvalidZone.MismatchRegion', { Placement: { Zone: 'ap-shanghai-2' } }],
      ['InvalidImageId.NotFound', { ImageId: 'img-00000000' }],
      ['InvalidPeriod', { ...prepaid(13) }],
      ['InvalidPassword', { LoginSettings: { Password: 'short' } }],
      ['InvalidInstanceType.Malformed', { InstanceType: 'S5' }],
      ['InstancesQuotaLimitExceeded', { InstanceCount: 41 }],
    ] as const) {
      assert.equal(await refusal({ ...least, ...body }), code);
    }
    await price({ ...least, InstanceCount: 40 });
  });

  test('asks for no more than a hundred, and for one where it has its address', async () => {
    assert.equal(await refusal({ ...least, InstanceCount: 101 }), 'InvalidParameterValue.Range');
    assert.equal(await refusal({ ...least, InstanceCount: 0 }), 'InvalidParameterValue.Range');
    const network = (...PrivateIpAddresses: readonly string[]) => ({
      VirtualPrivateCloud: { VpcId: 'DEFAULT', SubnetId: 'DEFAULT', PrivateIpAddresses },
    });
    await price({ ...least, ...network('172.16.0.9') });
    await refusal({ ...least, ...network('172.16.0.9', '172.16.0.10'), InstanceCount: 2 });
    await refusal({ ...least, ...network('172.16.0.9'), InstanceCount: 2 });
  });

  test('a host name has up to thirty characters', async () => {
    await price({ ...least, HostName: 'a'.repeat(30) });
    await refusal({ ...least, HostName: 'a'.repeat(31) });
  });

  test('what is sold out has no price: by a stock, and as the simulator provokes it', async () => {
    const { simulator } = cloud.server;
    simulator?.provoke({ effect: 'sold-out', type: 'S5.MEDIUM2' });
    const body = { ...least, InstanceType: 'S5.MEDIUM2' };
    assert.equal(await refusal(body), 'ResourcesSoldOut.SpecifiedInstanceType');
    await price({ ...least, InstanceType: 'S5.MEDIUM4' });
    // Where no type is named the next one that is left is priced.
    await price(least);
    simulator?.clearProvocations();
    await price(body);
  });

  test('a sum that no number holds exactly is refused, not answered wrongly', async () => {
    const body = {
      ...sample,
      ...prepaid(60),
      InstanceCount: 40,
      InternetAccessible: { InternetMaxBandwidthOut: 65_535 },
    };
    assert.equal(await refusal(body), 'FailedOperation.InquiryPriceFailed');
    await price({ ...body, InternetAccessible: { InternetMaxBandwidthOut: 1_000 } });
  });

  test('changes nothing: no instance, no quota, no message with a password', async () => {
    await price({ ...least, InstanceCount: 40 });
    await price({ ...least, InstanceCount: 40 });
    const { TotalCount } = await cloud.ok('DescribeInstances');
    assert.equal(TotalCount, 0);
  });
});
