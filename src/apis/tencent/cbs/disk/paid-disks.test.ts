import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  balanceOf,
  leaveBalance,
  withOpeningBalance,
} from '../../../../../test/support/leave-balance.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const cbs = { service: 'cbs' } as const;
const MONTH = { Period: 1 };
const AHEAD = { DiskChargeType: 'PREPAID', DiskChargePrepaid: MONTH } as const;
const NEW = { DiskType: 'CLOUD_HSSD', DiskSize: 500 } as const;
const SETTLED_MS = 60_000;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({ env: withOpeningBalance });
});
after(() => cloud.stop());

const ok = (action: string, body: object) => cloud.ok(action, body, cbs);
const balance = () => balanceOf(cloud.server.store);
const price = async (action: string, body: object): Promise<number> => {
  const shown = (await ok(action, body))['DiskPrice'] as { readonly DiscountPrice: number };
  return Math.round(shown.DiscountPrice * 1_000_000);
};
const make = async (body: object): Promise<string> => {
  const placed = { Placement: { Zone: 'ap-guangzhou-3' }, ...NEW, ...body };
  const { DiskIdSet } = await ok('CreateDisks', placed);
  await cloud.passTime(SETTLED_MS);
  return (DiskIdSet as readonly [string])[0];
};

/** What an action takes out of the balance. */
async function taken(action: string, body: object): Promise<number> {
  const before = await balance();
  await ok(action, body);
  await cloud.passTime(SETTLED_MS);
  return before - (await balance());
}

test('what was quoted of disks is what is charged', async () => {
  for (const DiskCount of [1, 3]) {
    const quoted = await price('InquiryPriceCreateDisks', { ...NEW, ...AHEAD, DiskCount });
    const placed = { Placement: { Zone: 'ap-guangzhou-3' }, ...NEW, ...AHEAD, DiskCount };
    assert.ok(quoted > 0);
    assert.equal(await taken('CreateDisks', placed), quoted);
  }
  const DiskId = await make(AHEAD);
  const renewal = { DiskIds: [DiskId], DiskChargePrepaids: [{ Period: 3 }] };
  const renewed = await price('InquiryPriceRenewDisks', renewal);
  assert.equal(await taken('RenewDisk', { DiskId, DiskChargePrepaid: { Period: 3 } }), renewed);
  const larger = { DiskId, DiskSize: 600 };
  const growth = await price('InquiryPriceResizeDisk', larger);
  assert.ok(growth > 0);
  assert.equal(await taken('ResizeDisk', larger), growth);
  const faster = { DiskId, ThroughputPerformance: 100 };
  const extra = await price('InquirePriceModifyDiskExtraPerformance', faster);
  assert.ok(extra > 0);
  assert.equal(await taken('ModifyDiskExtraPerformance', faster), extra);
  // Giving it up costs nothing, and gives nothing back.
  assert.equal(
    await taken('ModifyDiskExtraPerformance', { ...faster, ThroughputPerformance: 0 }),
    0,
  );
});

test('a disk that is paid otherwise: a term is bought, or what is left comes back', async () => {
  const DiskId = await make({ DiskChargeType: 'POSTPAID_BY_HOUR' });
  const quoted = await price('InquiryPriceCreateDisks', { ...NEW, ...AHEAD });
  const before = await balance();
  await ok('ModifyDisksChargeType', { DiskIds: [DiskId], DiskChargePrepaid: MONTH });
  assert.equal(before - (await balance()), quoted);
  await cloud.passTime(15 * 86_400_000);
  const half = await balance();
  await ok('ModifyDisksChargeType', { DiskIds: [DiskId], DiskChargePostpaid: true });
  const back = (await balance()) - half;
  assert.ok(back > 0 && back < quoted, `${back} of ${quoted}`);
  // It costs by the hour now, from the same balance.
  await ok('TerminateDisks', { DiskIds: [DiskId] });
});

test('a disk renews itself for money, and is isolated where there is none', async () => {
  const renewing = { ...MONTH, RenewFlag: 'NOTIFY_AND_AUTO_RENEW' };
  const DiskId = await make({ ...AHEAD, DiskChargePrepaid: renewing });
  const quoted = await price('InquiryPriceCreateDisks', { ...NEW, ...AHEAD });
  const stateAfter = async () => {
    await cloud.passTime(32 * 86_400_000);
    const { DiskSet } = await ok('DescribeDisks', { DiskIds: [DiskId] });
    return (DiskSet as ReadonlyArray<{ readonly DiskState: string }>)[0]?.DiskState;
  };
  await leaveBalance(cloud.server.store, quoted);
  assert.equal(await stateAfter(), 'UNATTACHED');
  assert.equal(await balance(), 0);
  assert.notEqual(await stateAfter(), 'UNATTACHED');
});

test('each page refuses what the balance does not pay', async () => {
  await leaveBalance(cloud.server.store, 100_000_000_000);
  const DiskId = await make(AHEAD);
  const hourly = await make({ DiskChargeType: 'POSTPAID_BY_HOUR' });
  await leaveBalance(cloud.server.store, 0);
  const refused = (action: string, body: object) => cloud.refusal(action, body, cbs);
  const placed = { Placement: { Zone: 'ap-guangzhou-3' }, ...NEW, ...AHEAD };
  for (const [action, body] of [
    ['CreateDisks', placed],
    ['RenewDisk', { DiskId, DiskChargePrepaid: MONTH }],
    ['ResizeDisk', { DiskId, DiskSize: 510 }],
    ['ModifyDisksChargeType', { DiskIds: [hourly], DiskChargePrepaid: MONTH }],
    ['ModifyDiskExtraPerformance', { DiskId, ThroughputPerformance: 1 }],
  ] as const) {
    assert.equal(await refused(action, body), 'InvalidAccount.InsufficientBalance', action);
  }
});
