import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
let group: string;
before(async () => {
  cloud = await startTestCloud({ configuration: { securityGroupsPerRegionMax: 1 } });
  const body = { GroupName: 'web', GroupDescription: '' };
  const { SecurityGroup } = await cloud.ok('CreateSecurityGroup', body, vpc);
  group = String((SecurityGroup as Readonly<Record<string, unknown>>)['SecurityGroupId']);
});
after(() => cloud.stop());

const vpc = { service: 'vpc' } as const;
const refusal = (action: string, body: object) => cloud.refusal(action, body, vpc);
const policy = (more: object) => {
  return { PolicyIndex: 0, Protocol: 'TCP', Port: '22', Action: 'ACCEPT', ...more };
};
const many = Array.from({ length: 201 }, (_each, at) => policy({ Port: String(at) }));

/** What each page that takes rules refuses alike, and in which code where it has one of its own. */
const wrong: ReadonlyArray<readonly [readonly object[], string]> = [
  [[policy({ Port: 'ssh' })], 'InvalidParameterValue.Malformed'],
  [[policy({ PolicyIndex: -1 })], 'InvalidParameterValue.Range'],
  [[policy({ PolicyDescription: 'x'.repeat(101) })], 'InvalidParameterValue.TooLong'],
  [many, 'InvalidParameterValue.LimitExceeded'],
];

/** The page has neither code. */
const without = new Set(['InvalidParameterValue.TooLong', 'InvalidParameterValue.LimitExceeded']);

async function refusesWhatIsWrong(action: string): Promise<void> {
  const isNew = action === 'CreateSecurityGroupWithPolicies';
  const named = isNew ? { GroupName: 'new', GroupDescription: '' } : { SecurityGroupId: group };
  for (const [Ingress, code] of wrong) {
    const body = { ...named, SecurityGroupPolicySet: { Ingress } };
    const isLess = action.startsWith('Delete') && without.has(code);
    assert.equal(await refusal(action, body), isLess ? 'InvalidParameterValue' : code);
  }
}

describe('rules that are wrong', () => {
  for (const action of [
    'ModifySecurityGroupPolicies',
    'ReplaceSecurityGroupPolicy',
    'ReplaceSecurityGroupPolicies',
    'DeleteSecurityGroupPolicies',
    'CreateSecurityGroupWithPolicies',
  ]) {
    test(`are refused by ${action}`, () => refusesWhatIsWrong(action));
  }

  test('are refused where the version is not the latest', async () => {
    for (const action of ['ReplaceSecurityGroupPolicies', 'DeleteSecurityGroupPolicies']) {
      const SecurityGroupPolicySet = { Ingress: [policy({})], Version: '7' };
      const stale = refusal(action, { SecurityGroupId: group, SecurityGroupPolicySet });
      assert.equal(await stale, 'UnsupportedOperation.VersionMismatch');
    }
  });
});

describe('groups that are made', () => {
  const made = { GroupName: 'new', GroupDescription: '' };

  test('have rules for groups that are there, and names that fit', async () => {
    const action = 'CreateSecurityGroupWithPolicies';
    const long = refusal(action, { ...made, GroupName: 'x'.repeat(61) });
    assert.equal(await long, 'InvalidParameterValue.TooLong');
    const nameless = refusal(action, { ...made, GroupName: '' });
    assert.equal(await nameless, 'InvalidParameterValue');
  });

  test('are as many as a region may have', async () => {
    assert.equal(await refusal('CreateSecurityGroupWithPolicies', made), 'LimitExceeded');
    const clone = { SecurityGroupId: group };
    assert.equal(await refusal('CloneSecurityGroup', clone), 'LimitExceeded');
    const malformed = refusal('CloneSecurityGroup', { SecurityGroupId: 'sg-1' });
    assert.equal(await malformed, 'InvalidParameterValue.Malformed');
    const nameless = refusal('CloneSecurityGroup', { ...clone, GroupName: '' });
    assert.equal(await nameless, 'InvalidParameterValue');
    const shanghai = { service: 'vpc', region: 'ap-shanghai' };
    const peer = { Ingress: [{ SecurityGroupId: group, Action: 'ACCEPT' }] };
    const elsewhere = { ...made, SecurityGroupPolicySet: peer };
    const unknown = cloud.refusal('CreateSecurityGroupWithPolicies', elsewhere, shanghai);
    assert.equal(await unknown, 'ResourceNotFound');
    await cloud.ok('CreateSecurityGroupWithPolicies', made, shanghai);
  });

  test('are told by a hundred ids at most', async () => {
    const action = 'DescribeSecurityGroupAssociationStatistics';
    const ids = (length: number) => ({ SecurityGroupIds: Array.from({ length }, () => group) });
    assert.equal(await refusal(action, ids(101)), 'InvalidParameterValue.LimitExceeded');
    const malformed = refusal(action, { SecurityGroupIds: ['sg-1'] });
    assert.equal(await malformed, 'InvalidParameterValue.Malformed');
    await cloud.ok(action, ids(100), vpc);
  });
});
