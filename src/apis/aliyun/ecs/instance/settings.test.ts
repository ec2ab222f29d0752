import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const MINUTE = 60_000;
const UNKNOWN = 'i-bp1000000000000000';

let cloud: TestCloud;
let one: string;

before(async () => {
  cloud = await startTestCloud({ configuration: { roles: ['reader', 'writer'] } });
  [one = ''] = await cloud.launchRunning();
});
after(() => cloud.stop());

const ok = (action: string, parameters: object) =>
  cloud.ok(action, { RegionId: 'cn-guangzhou', ...parameters });
const code = (action: string, parameters: object) =>
  cloud.refusal(action, { RegionId: 'cn-guangzhou', ...parameters });

/** The rows of a list in an answer: `InstanceRamRoleSets: { InstanceRamRoleSet: […] }`. */
function rows(answer: Readonly<Record<string, unknown>>, list: string, row: string) {
  const lists = answer[list] as Record<string, ReadonlyArray<Record<string, unknown>>>;
  return lists[row] ?? [];
}

describe('maintenance attributes', () => {
  const shown = async () => {
    const answer = await ok('DescribeInstanceMaintenanceAttributes', { 'InstanceId.1': one });
    return rows(answer, 'MaintenanceAttributes', 'MaintenanceAttribute')[0] ?? {};
  };
  const actionOf = (row: Readonly<Record<string, unknown>>) =>
    (row['ActionOnMaintenance'] as { readonly Value: string }).Value;

  test('what is given is changed, and the rest stays', async () => {
    const before = await shown();
    assert.deepEqual(before['MaintenanceWindows'], { MaintenanceWindow: [] });
    assert.equal(before['NotifyOnMaintenance'], false);
    await ok('ModifyInstanceMaintenanceAttributes', {
      'InstanceId.1': one,
      ActionOnMaintenance: 'Stop',
      'MaintenanceWindow.1.StartTime': '23:00:00',
      'MaintenanceWindow.1.EndTime': '00:00:00',
    });
    await ok('ModifyInstanceMaintenanceAttributes', {
      'InstanceId.1': one,
      NotifyOnMaintenance: true,
    });
    const after = await shown();
    assert.equal(actionOf(after), 'Stop');
    assert.equal(after['NotifyOnMaintenance'], true);
    assert.deepEqual(after['MaintenanceWindows'], {
      MaintenanceWindow: [{ StartTime: '23:00:00', EndTime: '00:00:00' }],
    });
  });

  test('a window has two full hours that differ', async () => {
    const wrong = [
      ['02:00:00', undefined],
      ['02:30:00', '04:00:00'],
      ['02:00:00', '24:00:00'],
      ['02:00:00', '02:00:00'],
    ] as const;
    for (const [StartTime, EndTime] of wrong) {
      const window = {
        'MaintenanceWindow.1.StartTime': StartTime,
        ...(EndTime === undefined ? {} : { 'MaintenanceWindow.1.EndTime': EndTime }),
      };
      const refused = await code('ModifyInstanceMaintenanceAttributes', {
        'InstanceId.1': one,
        ...window,
      });
      const wanted = EndTime === undefined ? '400 MissingParameter' : '400 InvalidParameter';
      assert.equal(refused, wanted, `${StartTime} ${EndTime ?? ''}`);
    }
  });

  test('an instance that does not exist changes none', async () => {
    const refused = await code('ModifyInstanceMaintenanceAttributes', {
      'InstanceId.1': one,
      'InstanceId.2': UNKNOWN,
      ActionOnMaintenance: 'AutoRedeploy',
    });
    assert.equal(refused, '404 InvalidInstanceId.NotFound');
    assert.equal(actionOf(await shown()), 'Stop');
  });
});

describe('roles', () => {
  const roleOf = async () => {
    const answer = await ok('DescribeInstanceRamRole', { InstanceIds: JSON.stringify([one]) });
    return rows(answer, 'InstanceRamRoleSets', 'InstanceRamRoleSet')[0]?.['RamRoleName'];
  };
  const InstanceIds = () => JSON.stringify([one, UNKNOWN]);

  test('each instance takes a role by itself, one at most', async () => {
    assert.equal(await roleOf(), '');
    const first = await ok('AttachInstanceRamRole', {
      InstanceIds: InstanceIds(),
      RamRoleName: 'reader',
    });
    assert.equal(first['TotalCount'], 2);
    assert.equal(first['FailCount'], 1);
    const results = rows(first, 'AttachInstanceRamRoleResults', 'AttachInstanceRamRoleResult');
    assert.deepEqual(
      results.map(({ InstanceId, Success, Code }) => [InstanceId, Success, Code]),
      [
        [one, true, '200'],
        [UNKNOWN, false, 'InvalidInstanceId.NotFound'],
      ],
    );
    assert.equal(await roleOf(), 'reader');
    const twice = JSON.stringify([UNKNOWN, UNKNOWN]);
    const named = { InstanceIds: twice, RamRoleName: 'reader' };
    assert.equal((await ok('AttachInstanceRamRole', named))['TotalCount'], 1);
    const second = await ok('AttachInstanceRamRole', {
      InstanceIds: JSON.stringify([one]),
      RamRoleName: 'writer',
    });
    assert.equal(second['FailCount'], 1);
    assert.equal(await roleOf(), 'reader');
  });

  test('a policy is refused, since nothing could be restricted by it', async () => {
    const asked = { InstanceIds: JSON.stringify([one]), RamRoleName: 'reader', Policy: '{}' };
    assert.equal(await code('AttachInstanceRamRole', asked), '400 InvalidParameter');
  });

  test('instances are found by their role', async () => {
    const by = await ok('DescribeInstanceRamRole', { RamRoleName: 'reader' });
    assert.equal(by['TotalCount'], 1);
    const other = await ok('DescribeInstanceRamRole', { RamRoleName: 'writer' });
    assert.equal(other['TotalCount'], 0);
    assert.equal(await code('DescribeInstanceRamRole', {}), '400 MissingParameter');
  });

  test('a role is taken away by its name, or whichever it is', async () => {
    const wrong = await ok('DetachInstanceRamRole', {
      InstanceIds: JSON.stringify([one]),
      RamRoleName: 'writer',
    });
    assert.equal(wrong['FailCount'], 1);
    assert.equal(await roleOf(), 'reader');
    const right = await ok('DetachInstanceRamRole', { InstanceIds: JSON.stringify([one]) });
    assert.equal(right['FailCount'], 0);
    assert.equal(await roleOf(), '');
  });

  test('a launch takes a role that exists', async () => {
    const [id] = await cloud.launch({ RamRoleName: 'writer' });
    const answer = await ok('DescribeInstanceRamRole', { InstanceIds: JSON.stringify([id]) });
    const [row] = rows(answer, 'InstanceRamRoleSets', 'InstanceRamRoleSet');
    assert.equal(row?.['RamRoleName'], 'writer');
  });
});

describe('metadata options and pools', () => {
  test('the ways to the metadata are changed', async () => {
    const options = { HttpEndpoint: 'enabled', HttpTokens: 'required' };
    await ok('ModifyInstanceMetadataOptions', {
      InstanceId: one,
      ...options,
      InstanceMetadataTags: 'enabled',
    });
    const shown = await cloud.showOne(one);
    const after = shown['MetadataOptions'] as Record<string, unknown>;
    assert.equal(after['HttpTokens'], 'required');
    assert.equal(after['InstanceMetadataTags'], 'enabled');
    const wrong = { InstanceId: one, HttpEndpoint: 'on' };
    assert.equal(await code('ModifyInstanceMetadataOptions', wrong), '400 InvalidParameter');
  });

  test('an instance may be in open pools or none, and there is no pool to name', async () => {
    const matched = async () => {
      const ids = { InstanceIds: JSON.stringify([one]) };
      const answer = await ok('DescribeInstanceAttachmentAttributes', ids);
      return rows(answer, 'Instances', 'Instance')[0]?.['PrivatePoolOptionsMatchCriteria'];
    };
    assert.equal(await matched(), 'None');
    const asked = { InstanceId: one, 'PrivatePoolOptions.MatchCriteria': 'Open' };
    await ok('ModifyInstanceAttachmentAttributes', asked);
    assert.equal(await matched(), 'Open');
    const target = { InstanceId: one, 'PrivatePoolOptions.MatchCriteria': 'Target' };
    assert.match(await code('ModifyInstanceAttachmentAttributes', target), /^400 /);
    const named = { ...target, 'PrivatePoolOptions.Id': 'eap-bp1' };
    assert.match(await code('ModifyInstanceAttachmentAttributes', named), /^400 /);
    assert.equal(await matched(), 'Open');
  });
});

describe('release time and renewal', () => {
  test('a release time is set and taken away', async () => {
    const { AutoReleaseTime, CreationTime } = await cloud.showOne(one);
    assert.equal(AutoReleaseTime, '');
    const at = Date.parse(String(CreationTime)) + 35 * MINUTE;
    const text = `${new Date(at).toISOString().slice(0, 19)}Z`;
    await ok('ModifyInstanceAutoReleaseTime', { InstanceId: one, AutoReleaseTime: text });
    assert.equal((await cloud.showOne(one))['AutoReleaseTime'], `${text.slice(0, 16)}Z`);
    await ok('ModifyInstanceAutoReleaseTime', { InstanceId: one });
    assert.equal((await cloud.showOne(one))['AutoReleaseTime'], '');
    await cloud.passTime(40 * MINUTE);
    assert.equal((await cloud.showOne(one))['Status'], 'Running');
  });

  test('the time is half an hour away at least, and not of one paid in advance', async () => {
    const { CreationTime } = await cloud.showOne(one);
    const early = { InstanceId: one, AutoReleaseTime: CreationTime };
    const malformed = '400 InvalidAutoReleaseTime.Malformed';
    assert.equal(await code('ModifyInstanceAutoReleaseTime', early), malformed);
    const [paid] = await cloud.launchRunning({ InstanceChargeType: 'PrePaid', Period: 1 });
    const refused = await code('ModifyInstanceAutoReleaseTime', { InstanceId: paid });
    assert.equal(refused, '403 ChargeTypeViolation');
  });

  test('renewal is set of those paid in advance, and RenewalStatus counts first', async () => {
    const [paid] = await cloud.launchRunning({ InstanceChargeType: 'PrePaid', Period: 1 });
    const shown = async (asked: object) => {
      const answer = await ok('DescribeInstanceAutoRenewAttribute', asked);
      return rows(answer, 'InstanceRenewAttributes', 'InstanceRenewAttribute');
    };
    const [before] = await shown({ InstanceId: `${paid},${one}` });
    assert.equal(before?.['RenewalStatus'], 'Normal');
    assert.equal((await shown({ InstanceId: one })).length, 0);
    const yearly = { InstanceId: paid, AutoRenew: true, Duration: 1, PeriodUnit: 'Year' };
    await ok('ModifyInstanceAutoRenewAttribute', yearly);
    const [after] = await shown({ RenewalStatus: 'AutoRenewal' });
    assert.deepEqual(
      [after?.['InstanceId'], after?.['AutoRenewEnabled'], after?.['Duration']],
      [paid, true, 12],
    );
    const both = { InstanceId: paid, AutoRenew: true, RenewalStatus: 'NotRenewal' };
    await ok('ModifyInstanceAutoRenewAttribute', both);
    assert.equal((await shown({ InstanceId: paid }))[0]?.['RenewalStatus'], 'NotRenewal');
    const unsold = { InstanceId: paid, AutoRenew: true, Duration: 7 };
    assert.equal(await code('ModifyInstanceAutoRenewAttribute', unsold), '400 InvalidParameter');
    const hourly = { InstanceId: one, AutoRenew: true };
    const refused = await code('ModifyInstanceAutoRenewAttribute', hourly);
    assert.equal(refused, '403 ChargeTypeViolation');
  });
});
