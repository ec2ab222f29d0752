import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  const configuration = { instancesPerSecurityGroupMax: 3 };
  cloud = await startTestCloud({ configuration });
});
after(() => cloud.stop());

async function newGroup(): Promise<string> {
  const body = { GroupName: 'web', GroupDescription: '' };
  const { SecurityGroup } = await cloud.ok('CreateSecurityGroup', body, { service: 'vpc' });
  return String((SecurityGroup as Readonly<Record<string, unknown>>)['SecurityGroupId']);
}

type Action = 'AssociateSecurityGroups' | 'DisassociateSecurityGroups';
const body = (group: string, ids: readonly string[]) => {
  return { SecurityGroupIds: [group], InstanceIds: ids };
};
const ok = (action: Action, group: string, ids: readonly string[]) =>
  cloud.ok(action, body(group, ids));
const refusal = (action: Action, group: string, ids: readonly string[]) =>
  cloud.refusal(action, body(group, ids));

async function groupsOf(id: string): Promise<unknown> {
  const [one] = await cloud.show([id]);
  return one?.['SecurityGroupIds'];
}

describe('instances and security groups', () => {
  test('are put together in the order of binding, and taken apart', async () => {
    const [first, second] = [await newGroup(), await newGroup()];
    const ids = await cloud.launchRunning({ SecurityGroupIds: [first], InstanceCount: 2 });
    const [one = ''] = ids;
    await ok('AssociateSecurityGroups', second, ids);
    assert.deepEqual(await groupsOf(one), [first, second]);
    const [shown] = await cloud.show([one]);
    assert.equal(shown?.['LatestOperation'], 'AssociateSecurityGroups');
    assert.equal(shown?.['LatestOperationState'], 'SUCCESS');
    await ok('DisassociateSecurityGroups', first, ids);
    assert.deepEqual(await groupsOf(one), [second]);
    const [apart] = await cloud.show([one]);
    assert.equal(apart?.['LatestOperation'], 'DisassociateSecurityGroups');
  });

  test('are refused in the codes of the pages, and as a whole', async () => {
    const [first, second] = [await newGroup(), await newGroup()];
    const [one = '', two = ''] = await cloud.launchRunning({
      SecurityGroupIds: [first],
      InstanceCount: 2,
    });
    await ok('AssociateSecurityGroups', second, [one]);
    const twice = refusal('AssociateSecurityGroups', second, [two, one]);
    assert.equal(await twice, 'FailedOperation.SecurityGroupActionFailed');
    assert.deepEqual(await groupsOf(two), [first]);
    const absent = refusal('DisassociateSecurityGroups', second, [one, two]);
    assert.equal(await absent, 'FailedOperation.SecurityGroupActionFailed');
    assert.deepEqual(await groupsOf(one), [first, second]);
    const last = refusal('DisassociateSecurityGroups', first, [two]);
    assert.equal(await last, 'UnsupportedOperation');
    for (const action of ['AssociateSecurityGroups', 'DisassociateSecurityGroups'] as const) {
      assert.equal(await refusal(action, second, ['ins-1122']), 'InvalidInstanceId.Malformed');
      assert.equal(await refusal(action, second, ['ins-00000000']), 'InvalidInstanceId.NotFound');
      assert.equal(await refusal(action, 'sg-ide32', [two]), 'InvalidSgId.Malformed');
      const unknown = refusal(action, 'sg-00000000', [two]);
      assert.equal(await unknown, 'InvalidSecurityGroupId.NotFound');
      const groups = { SecurityGroupIds: [first, second], InstanceIds: [two] };
      assert.equal(await cloud.refusal(action, groups), 'InvalidParameterValue.LimitExceeded');
      const many = Array.from({ length: 101 }, () => two);
      assert.equal(await refusal(action, second, many), 'InvalidParameterValue.LimitExceeded');
    }
  });

  test('have limits: five groups of an instance, the members of a group', async () => {
    const groups = [await newGroup(), await newGroup(), await newGroup(), await newGroup()];
    const [id = ''] = await cloud.launchRunning({ SecurityGroupIds: groups });
    const [fifth, sixth] = [await newGroup(), await newGroup()];
    await ok('AssociateSecurityGroups', fifth, [id]);
    const over = refusal('AssociateSecurityGroups', sixth, [id]);
    assert.equal(await over, 'LimitExceeded.AssociateUSGLimitExceeded');
    const more = await cloud.launchRunning({ SecurityGroupIds: [sixth], InstanceCount: 3 });
    const [other = ''] = await cloud.launchRunning({ SecurityGroupIds: [fifth] });
    const full = refusal('AssociateSecurityGroups', sixth, [other]);
    assert.equal(await full, 'LimitExceeded.CvmsVifsPerSecGroupLimitExceeded');
    assert.equal(more.length, 3);
  });

  test('wait for an instance that is about to be something else', async () => {
    const [first, second] = [await newGroup(), await newGroup()];
    const [pending = ''] = await cloud.launch({ SecurityGroupIds: [first] });
    const early = refusal('AssociateSecurityGroups', second, [pending]);
    assert.equal(await early, 'UnsupportedOperation.InstanceStatePending');
    await cloud.passTime(1_000);
    await cloud.ok('StopInstances', { InstanceIds: [pending] });
    const busy = refusal('AssociateSecurityGroups', second, [pending]);
    assert.equal(await busy, 'OperationDenied.InstanceOperationInProgress');
    await cloud.passTime(1_000);
    await ok('AssociateSecurityGroups', second, [pending]);
  });
});
