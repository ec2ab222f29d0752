import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const cbs = { service: 'cbs' } as const;
const hourly = { DiskChargeType: 'POSTPAID_BY_HOUR', DiskType: 'CLOUD_PREMIUM', DiskSize: 100 };
const prepaid = (Period: number, more: object = {}) => ({
  ...hourly,
  DiskChargeType: 'PREPAID',
  DiskChargePrepaid: { Period, ...more },
});

describe('InquiryPriceCreateDisks', () => {
  let cloud: TestCloud;
  before(async () => {
    cloud = await startTestCloud();
  });
  after(() => cloud.stop());

  type Price = Readonly<Record<string, unknown>>;
  const price = async (body: object): Promise<Price> =>
    (await cloud.ok('InquiryPriceCreateDisks', body, cbs))['DiskPrice'] as Price;
  const refusal = (body: object) => cloud.refusal('InquiryPriceCreateDisks', body, cbs);

  test('prices an hour, and leaves null what is of disks paid in advance', async () => {
    assert.deepEqual(await price(hourly), {
      ChargeUnit: 'HOUR',
      UnitPrice: 0.06,
      UnitPriceHigh: '0.06',
      UnitPriceDiscount: 0.06,
      UnitPriceDiscountHigh: '0.06',
      OriginalPrice: null,
      OriginalPriceHigh: null,
      DiscountPrice: null,
      DiscountPriceHigh: null,
    });
  });

  test('prices a term in advance, of all disks together', async () => {
    const shown = await price({ ...prepaid(12), DiskCount: 3 });
    assert.deepEqual(
      [shown['OriginalPrice'], shown['DiscountPrice'], shown['DiscountPriceHigh']],
      [1_260, 1_045.8, '1045.8'],
    );
    assert.equal(shown['UnitPrice'], null);
    assert.equal((await price(prepaid(36)))['OriginalPrice'], 1_260);
  });

  test('throughput beyond its own costs more, and is for two kinds alone', async () => {
    const fast = { ...hourly, DiskType: 'CLOUD_HSSD', DiskSize: 500 };
    assert.equal((await price(fast))['UnitPrice'], 0.7);
    assert.equal((await price({ ...fast, ThroughputPerformance: 100 }))['UnitPrice'], 0.84);
    assert.equal(await refusal({ ...hourly, ThroughputPerformance: 1 }), 'InvalidParameterValue');
  });

  test('prices the sizes that are sold, and the terms', async () => {
    for (const [body, wrong] of [
      [{ DiskSize: 10 }, { DiskSize: 0 }],
      [{ DiskSize: 32_000 }, { DiskSize: 32_010 }],
      [{ DiskSize: 110 }, { DiskSize: 105 }],
      [
        { DiskType: 'CLOUD_SSD', DiskSize: 20 },
        { DiskType: 'CLOUD_SSD', DiskSize: 10 },
      ],
      [{ DiskCount: 100 }, { DiskCount: 101 }],
      [{ DiskCount: 1 }, { DiskCount: 0 }],
      [prepaid(24), prepaid(13)],
      [prepaid(36), prepaid(60)],
    ]) {
      await price({ ...hourly, ...body });
      const code = await refusal({ ...hourly, ...wrong });
      assert.equal(code, 'InvalidParameterValue', JSON.stringify(wrong));
    }
  });

  test('refuses what its page refuses', async () => {
    for (const [code, body] of [
      ['InvalidParameterValue', { ...hourly, DiskType: 'LOCAL_BASIC' }],
      ['InvalidParameterValue', { ...hourly, DiskChargeType: 'FREE' }],
      ['MissingParameter', { ...hourly, DiskChargeType: 'PREPAID' }],
      ['MissingParameter', { ...hourly, DiskSize: undefined }],
      ['MissingParameter', { ...hourly, DiskType: undefined }],
      ['InvalidParameterValue', prepaid(1, { CurInstanceDeadline: '2026-03-01 00:00:00' })],
    ] as const) {
      assert.equal(await refusal(body), code, JSON.stringify(body));
    }
  });

  test('a launch with such disks costs their throughput too', async () => {
    const unitPrice = async (more: object) => {
      const answer = await cloud.ok('InquiryPriceRunInstances', {
        Placement: { Zone: 'ap-guangzhou-3' },
        ImageId: 'img-9qabwvbn',
        DataDisks: [{ DiskType: 'CLOUD_HSSD', DiskSize: 500, ...more }],
      });
      const { InstancePrice } = answer['Price'] as { InstancePrice: { UnitPrice: number } };
      return InstancePrice.UnitPrice;
    };
    const [without, beyond] = [
      await unitPrice({}),
      await unitPrice({ ThroughputPerformance: 100 }),
    ];
    assert.equal(Math.round(1_000 * (beyond - without)), 140);
  });
});
