import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBody, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  const configuration = { instancesPerZoneMax: 1, spotVcpusPerZoneMax: 2 };
  cloud = await startTestCloud({ configuration });
});
after(() => cloud.stop());

const refused = (more: object) => cloud.refusal('RunInstances', { ...launchBody, ...more });

describe('as many instances as an account may have in a zone', () => {
  test('of those that are paid in advance', async () => {
    const prepaid = {
      InstanceChargeType: 'PREPAID',
      InstanceChargePrepaid: { Period: 1, RenewFlag: 'NOTIFY_AND_MANUAL_RENEW' },
    };
    await cloud.launch(prepaid);
    assert.equal(await refused(prepaid), 'LimitExceeded.PrepayQuota');
  });

  test('of those that are paid at the price of the market, by their vCPUs', async () => {
    const spot = { InstanceChargeType: 'SPOTPAID' };
    await cloud.launch({ ...spot, InstanceType: 'S5.MEDIUM2' });
    assert.equal(await refused(spot), 'LimitExceeded.UserSpotQuota');
  });

  test('what is no number is no count', async () => {
    assert.equal(await refused({ InstanceCount: 'many' }), 'InvalidParameter');
  });
});
