import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const cbs = { service: 'cbs' } as const;
const NONE = 'disk-00000000';
const MONTH = { Period: 1 };

type Shown = Readonly<Record<string, unknown>>;

describe('prices of disks that are there', () => {
  let cloud: TestCloud;
  let hourly = '';
  let prepaid = '';
  let bound = '';

  const ok = (action: string, body: object) => cloud.ok(action, body, cbs);
  const refusal = (action: string, body: object) => cloud.refusal(action, body, cbs);
  const price = async (action: string, body: object) =>
    (await ok(action, body))['DiskPrice'] as Shown;
  const make = async (body: object) => {
    const { DiskIdSet } = await ok('CreateDisks', {
      Placement: { Zone: 'ap-guangzhou-3' },
      DiskChargeType: 'POSTPAID_BY_HOUR',
      DiskType: 'CLOUD_HSSD',
      DiskSize: 500,
      ...body,
    });
    await cloud.passTime(60_000);
    return (DiskIdSet as readonly [string])[0];
  };
  const created = async (body: object) =>
    price('InquiryPriceCreateDisks', {
      DiskChargeType: 'POSTPAID_BY_HOUR',
      DiskType: 'CLOUD_HSSD',
      DiskSize: 500,
      ...body,
    });

  before(async () => {
    cloud = await startTestCloud();
    hourly = await make({});
    prepaid = await make({ DiskChargeType: 'PREPAID', DiskChargePrepaid: MONTH });
    const [instance = ''] = await cloud.launchRunning();
    const [shown] = await cloud.show([instance]);
    bound = (shown?.['SystemDisk'] as { DiskId: string } | undefined)?.DiskId ?? '';
  });
  after(() => cloud.stop());

  test('a larger disk costs by the hour what a new one of the size costs', async () => {
    const { DetailPrices, ...shown } = await price('InquiryPriceResizeDisk', {
      DiskId: hourly,
      DiskSize: 600,
    });
    assert.deepEqual(DetailPrices, []);
    assert.deepEqual(shown, await created({ DiskSize: 600 }));
  });

  test('one that is paid in advance costs what is added, for the month that is left', async () => {
    const added = { DiskChargeType: 'PREPAID', DiskChargePrepaid: MONTH, DiskSize: 100 };
    const { DetailPrices: _, ...shown } = await price('InquiryPriceResizeDisk', {
      DiskIds: [prepaid],
      DiskSize: 600,
    });
    assert.deepEqual(shown, await created(added));
  });

  test('resizing refuses what ResizeDisk refuses', async () => {
    const resize = (body: object) =>
      refusal('InquiryPriceResizeDisk', { DiskId: hourly, DiskSize: 600, ...body });
    assert.equal(await resize({ DiskSize: 500 }), 'InvalidParameterValue');
    await ok('InquiryPriceResizeDisk', { DiskId: hourly, DiskSize: 510 });
    assert.equal(await resize({ DiskSize: 605 }), 'InvalidParameterValue');
    assert.equal(await resize({ DiskId: bound }), 'InvalidDisk.NotPortable');
    assert.equal(await resize({ DiskId: NONE }), 'InvalidParameterValue');
    assert.equal(await resize({ DiskIds: [prepaid] }), 'InvalidParameter');
    assert.equal(await resize({ DiskId: undefined }), 'MissingParameter');
    const mixed = { DiskId: undefined, DiskIds: [hourly, prepaid] };
    assert.equal(await resize(mixed), 'InvalidParameterValue');
    await ok('InquiryPriceResizeDisk', { DiskIds: [hourly, await make({})], DiskSize: 600 });
  });

  test('more throughput costs by the hour with all of the disk, or what is added', async () => {
    const action = 'InquirePriceModifyDiskExtraPerformance';
    const more = { ThroughputPerformance: 100 };
    assert.deepEqual(await price(action, { DiskId: hourly, ...more }), await created(more));
    const added = await price(action, { DiskId: prepaid, ...more });
    assert.ok(Number(added['OriginalPrice']) > 0);
    assert.equal(added['UnitPrice'], null);
    const given = await price(action, { DiskId: prepaid, ThroughputPerformance: 0 });
    assert.equal(given['OriginalPrice'], 0);
    const small = await make({ DiskSize: 460 });
    const code = await refusal(action, { DiskId: small, ...more });
    assert.equal(code, 'ResourceUnavailable.NotSupported');
    assert.equal(await refusal(action, { DiskId: NONE, ...more }), 'InvalidParameterValue');
  });

  test('a quota of backups costs nothing', async () => {
    const action = 'InquirePriceModifyDiskBackupQuota';
    const same = await price(action, { DiskId: hourly, DiskBackupQuota: 1 });
    assert.deepEqual(same, await created({}));
    const free = await price(action, { DiskId: prepaid, DiskBackupQuota: 1 });
    assert.equal(free['OriginalPrice'], 0);
    const none = await refusal(action, { DiskId: NONE, DiskBackupQuota: 1 });
    assert.equal(none, 'InvalidDiskId.NotFound');
    const less = await refusal(action, { DiskId: hourly, DiskBackupQuota: 0 });
    assert.equal(less, 'InvalidParameterValue');
  });

  test('renewals cost their months, all disks together, or the months until one time', async () => {
    const action = 'InquiryPriceRenewDisks';
    const term = (Period: number) =>
      created({ DiskChargeType: 'PREPAID', DiskChargePrepaid: { Period } });
    const one = { DiskIds: [prepaid], DiskChargePrepaids: [MONTH] };
    const { DetailPrices: _, ...month } = await price(action, one);
    assert.deepEqual(month, await term(1));
    const other = await make({ DiskChargeType: 'PREPAID', DiskChargePrepaid: MONTH });
    const both = await price(action, {
      DiskIds: [prepaid, other],
      DiskChargePrepaids: [MONTH, { Period: 2 }],
    });
    const sum = Number((await term(1))['OriginalPrice']) + Number((await term(2))['OriginalPrice']);
    assert.equal(both['OriginalPrice'], sum);
    // It ends on 2 February 2026: three months are begun until then.
    const until = { DiskIds: [prepaid], NewDeadline: '2026-05-02 00:00:00' };
    assert.equal((await price(action, until))['OriginalPrice'], (await term(3))['OriginalPrice']);
    for (const [body, code] of [
      [{ ...one, DiskChargePrepaids: [MONTH, MONTH] }, 'InvalidParameterValue'],
      [{ ...one, DiskChargePrepaids: [{ Period: 13 }] }, 'InvalidParameterValue'],
      [{ ...one, NewDeadline: '2026-05-02 00:00:00' }, 'InvalidParameter'],
      [{ DiskIds: [prepaid] }, 'MissingParameter'],
      [{ DiskIds: [prepaid], NewDeadline: '2026-01-02 00:00:00' }, 'InvalidParameterValue'],
      [{ DiskIds: [prepaid], NewDeadline: '2036-01-02 00:00:00' }, 'InvalidParameterValue'],
      [{ ...one, DiskIds: [NONE] }, 'InvalidDiskId.NotFound'],
      [{ ...one, DiskIds: [hourly] }, 'ResourceUnavailable.NotSupported'],
      [{ ...one, DiskIds: [bound] }, 'InvalidDisk.NotPortable'],
    ] as const) {
      assert.equal(await refusal(action, body), code, JSON.stringify(body));
    }
  });
});
