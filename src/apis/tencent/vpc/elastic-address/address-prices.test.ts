import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

type Item = Readonly<Record<string, unknown>>;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const ok = (action: string, body: object = {}) => cloud.ok(action, body, { service: 'vpc' });
const refusal = (action: string, body: object = {}) =>
  cloud.refusal(action, body, { service: 'vpc' });
const price = async (action: string, body: object) =>
  (await ok(action, body))['Price'] as Item & { readonly AddressPrice: Item };
const unit = (UnitPrice: number, DiscountPrice = UnitPrice) => ({
  AddressPrice: { UnitPrice, DiscountPrice, ChargeUnit: 'HOUR', OriginalPrice: null },
  IPPrice: null,
  OriginalPrice: null,
  DiscountPrice: null,
});
const sum = (OriginalPrice: number, DiscountPrice = OriginalPrice) => ({
  AddressPrice: { UnitPrice: null, DiscountPrice, ChargeUnit: 'MONTH', OriginalPrice },
  IPPrice: null,
  OriginalPrice,
  DiscountPrice,
});
const monthly = (Period: number) => ({
  InternetChargeType: 'BANDWIDTH_PREPAID_BY_MONTH',
  AddressChargePrepaid: { Period, AutoRenewFlag: 0 },
});

async function allocate(body: object = {}): Promise<string> {
  const { AddressSet } = await ok('AllocateAddresses', body);
  return (AddressSet as readonly string[])[0] ?? '';
}

describe('what addresses cost', () => {
  test('a new one by the GB, by the hour and for months', async () => {
    const ask = (body: object) => price('InquiryPriceAllocateAddresses', body);
    assert.deepEqual(await ask({}), unit(0.8, 0.52));
    const hourly = { InternetChargeType: 'BANDWIDTH_POSTPAID_BY_HOUR' };
    assert.deepEqual(await ask({ ...hourly, InternetMaxBandwidthOut: 6 }), unit(0.565));
    assert.deepEqual(await ask({ ...monthly(1), InternetMaxBandwidthOut: 2 }), sum(40));
    const three = await ask({ ...monthly(3), InternetMaxBandwidthOut: 2 });
    assert.equal(three.AddressPrice['OriginalPrice'], 120);
  });

  test('a new one that is not sold has no price', async () => {
    const refused = (body: object) => refusal('InquiryPriceAllocateAddresses', body);
    const outside = 'InvalidParameterValue.BandwidthOutOfRange';
    assert.equal(await refused({ InternetMaxBandwidthOut: 101 }), outside);
    assert.equal(await refused({ InternetMaxBandwidthOut: 0 }), outside);
    const most = { ...monthly(1), InternetMaxBandwidthOut: 200 };
    await ok('InquiryPriceAllocateAddresses', most);
    assert.equal(await refused({ ...most, InternetMaxBandwidthOut: 201 }), outside);
    const combination = 'InvalidParameterValue.Combination';
    assert.equal(await refused({ AddressChargePrepaid: { Period: 1 } }), combination);
    const noPeriod = { InternetChargeType: 'BANDWIDTH_PREPAID_BY_MONTH' };
    assert.equal(await refused(noPeriod), combination);
    const region = 'UnsupportedOperation.UnsupportedRegion';
    assert.equal(await refused({ AddressType: 'AntiDDoSEIP' }), region);
    assert.equal(await refused({ IPChargeType: 'IP_POSTPAID_BY_HOUR' }), region);
  });

  test('other bandwidth and more months of what there is', async () => {
    const hourly = { InternetChargeType: 'BANDWIDTH_POSTPAID_BY_HOUR' };
    const [byHour, ahead] = [await allocate(hourly), await allocate(monthly(1))];
    const change = (InternetMaxBandwidthOut: number, ...AddressIds: readonly string[]) => ({
      AddressIds,
      InternetMaxBandwidthOut,
    });
    const action = 'InquiryPriceModifyAddressesBandwidth';
    assert.deepEqual(await price(action, change(2, byHour)), unit(0.126));
    const { OriginalPrice } = await price(action, change(2, ahead));
    assert.ok(Number(OriginalPrice) > 19 && Number(OriginalPrice) < 22, String(OriginalPrice));
    assert.equal(
      await refusal(action, change(0, byHour)),
      'InvalidParameterValue.BandwidthOutOfRange',
    );
    await ok('ModifyAddressesBandwidth', change(5, ahead));
    assert.equal(
      await refusal(action, change(4, ahead)),
      'InvalidParameterValue.BandwidthTooSmall',
    );
    const none = 'InvalidParameterValue.AddressNotFound';
    assert.equal(await refusal(action, change(4, 'eip-00000000')), none);
    const renewal = { AddressIds: [ahead], AddressChargePrepaid: { Period: 2 } };
    assert.deepEqual(await price('InquiryPriceRenewAddresses', renewal), sum(230));
    const wrong = { ...renewal, AddressIds: [byHour] };
    assert.equal(
      await refusal('InquiryPriceRenewAddresses', wrong),
      'UnsupportedOperation.InvalidAddressInternetChargeType',
    );
  });

  test('the bandwidth that each may have', async () => {
    const [traffic, ahead] = [
      await allocate(),
      await allocate({ ...monthly(1), InternetMaxBandwidthOut: 7 }),
    ];
    const asked = { AddressIds: [traffic, ahead] };
    const { BandwidthRangeSet } = await ok('DescribeAddressBandwidthRange', asked);
    assert.deepEqual(BandwidthRangeSet, [
      { ResourceId: traffic, BandwidthLowerLimit: 1, BandwidthUpperLimit: 100 },
      { ResourceId: ahead, BandwidthLowerLimit: 7, BandwidthUpperLimit: 200 },
    ]);
    const refused = (...AddressIds: readonly string[]) =>
      refusal('DescribeAddressBandwidthRange', { AddressIds });
    assert.equal(await refused('eip-00000000'), 'InvalidParameterValue.AddressNotFound');
    assert.equal(await refused('eip-x'), 'InvalidParameterValue.AddressIdMalformed');
    const many = Array.from({ length: 21 }, () => traffic);
    assert.equal(await refused(...many), 'InvalidParameterValue.LimitExceeded');
    await ok('DescribeAddressBandwidthRange', { AddressIds: many.slice(1) });
  });
});
