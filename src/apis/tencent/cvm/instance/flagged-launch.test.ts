import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { type AccountFlag, setFlag, unsetFlag } from '#resources/account-flag/flags.ts';
import { launchBody, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const ACCOUNT = '100000000001';

let cloud: TestCloud;
let set: AccountFlag[] = [];
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());
afterEach(async () => {
  for (const flag of set) await cloud.server.store.write((tx) => unsetFlag(tx, ACCOUNT, flag));
  set = [];
});

async function flagged(flag: AccountFlag): Promise<void> {
  set.push(flag);
  await cloud.server.store.write((tx) => setFlag(tx, ACCOUNT, flag));
}

const refused = (more: object = {}) => cloud.refusal('RunInstances', { ...launchBody, ...more });

describe('an account that an operator has said something of', () => {
  for (const [flag, code] of [
    ['unqualified', 'AccountQualificationRestrictions'],
    ['region-restricted', 'FailedOperation.PromotionalRegionRestriction'],
    ['app-id-invalid', 'InvalidParameterValue.InvalidAppIdFormat'],
    ['forbidden', 'InvalidPermission'],
    ['unsupported', 'OperationDenied.AccountNotSupported'],
    ['token-invalid', 'UnauthorizedOperation.InvalidToken'],
    ['international', 'UnsupportedOperation.UnsupportedInternationalUser'],
  ] as const) {
    test(`is refused a launch: ${flag}`, async () => {
      await flagged(flag);
      assert.equal(await refused(), code);
    });
  }

  test('may only pay in advance', async () => {
    await flagged('prepaid-only');
    assert.equal(await refused(), 'UnsupportedOperation.OnlyForPrepaidAccount');
    const InstanceChargePrepaid = { Period: 1, RenewFlag: 'NOTIFY_AND_MANUAL_RENEW' };
    await cloud.launch({ InstanceChargeType: 'PREPAID', InstanceChargePrepaid });
  });

  test('has dedicated clusters, and no subnet in one', async () => {
    const asked = { DedicatedClusterId: 'cluster-gbo27yc4' };
    assert.equal(await refused(asked), 'InvalidParameter.CdcNotSupported');
    await flagged('dedicated-clusters');
    const charge = 'InvalidParameterValue.DedicatedClusterNotSupportedChargeType';
    assert.equal(await refused(asked), charge);
    const paid = { ...asked, InstanceChargeType: 'CDCPAID' };
    assert.equal(await refused(paid), 'InvalidParameterValue.NotCdcSubnet');
  });

  test('launches once that is taken back', async () => {
    await cloud.launch();
  });
});
