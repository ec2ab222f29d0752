import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const SECOND = 1_000;
const UNKNOWN = 'i-000000000000000000zz';
const HELLO = Buffer.from('#!/bin/sh\necho hello').toString('base64');

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

type Parameters = Readonly<Record<string, string | number | boolean>>;

const modify = (id: string, more: Parameters) =>
  cloud.ok('ModifyInstanceAttribute', { InstanceId: id, ...more });
const refused = (id: string, more: Parameters) =>
  cloud.refusal('ModifyInstanceAttribute', { InstanceId: id, ...more });

describe('ModifyInstanceAttribute', () => {
  test('changes what is given and leaves the rest', async () => {
    const [id = ''] = await cloud.launchRunning({
      InstanceName: 'before',
      Description: 'as it was',
    });
    await modify(id, { InstanceName: 'after' });
    const shown = await cloud.showOne(id);
    assert.equal(shown['InstanceName'], 'after');
    assert.equal(shown['Description'], 'as it was');
    await modify(id, { Description: 'another one' });
    assert.equal((await cloud.showOne(id))['Description'], 'another one');
    assert.equal((await cloud.showOne(id))['InstanceName'], 'after');
  });

  test('turns protection off, which is the way to release one that has it', async () => {
    const [id = ''] = await cloud.launchRunning({ DeletionProtection: true });
    const release = { InstanceId: id, Force: true };
    const code = await cloud.refusal('DeleteInstance', release);
    assert.equal(code, '403 InvalidOperation.DeletionProtection');
    await modify(id, { DeletionProtection: false });
    await cloud.ok('DeleteInstance', release);
    await cloud.passTime(SECOND);
    assert.deepEqual(await cloud.show([id]), []);
  });

  test('protects what is paid by use alone', async () => {
    const [id = ''] = await cloud.launchRunning({ InstanceChargeType: 'PrePaid', Period: 1 });
    const code = await refused(id, { DeletionProtection: true });
    assert.equal(code, '403 InvalidChargeType.ValueNotSupported');
  });

  test('a start may follow at once, as users of the vendor do', async () => {
    const [id = ''] = await cloud.launchRunning();
    await cloud.ok('StopInstance', { InstanceId: id });
    await cloud.passTime(SECOND);
    await modify(id, { Password: 'Another#Secret1', HostName: 'renamed' });
    await cloud.ok('StartInstance', { InstanceId: id });
    await cloud.passTime(SECOND);
    const { Status, HostName } = await cloud.showOne(id);
    assert.deepEqual([Status, HostName], ['Running', 'renamed']);
  });

  test('a password and a host name get into the guest', async () => {
    const [id = ''] = await cloud.launchRunning();
    await modify(id, { HostName: 'renamed', Password: 'Another#Secret1' });
    await cloud.passTime(SECOND);
    const shown = await cloud.showOne(id);
    assert.equal(shown['HostName'], 'renamed');
    assert.equal(shown.Status, 'Running');
    assert.doesNotMatch(JSON.stringify(shown), /Another#Secret1/);
  });

  test('moves it to other groups of its network', async () => {
    const { vSwitch, group, vpc } = await cloud.network();
    const [id = ''] = await cloud.launchRunning({ VSwitchId: vSwitch, SecurityGroupId: group });
    const make = async (more: Parameters) => {
      const made = await cloud.ok('CreateSecurityGroup', { VpcId: vpc, ...more });
      return made['SecurityGroupId'] as string;
    };
    const [second, advanced] = [await make({}), await make({ SecurityGroupType: 'enterprise' })];
    await modify(id, { 'SecurityGroupIds.1': second, 'SecurityGroupIds.2': group });
    const { SecurityGroupIds } = await cloud.showOne(id);
    assert.deepEqual(SecurityGroupIds, { SecurityGroupId: [second, group] });
    const mixed = { 'SecurityGroupIds.1': second, 'SecurityGroupIds.2': advanced };
    assert.equal(await refused(id, mixed), '400 InvalidOperation.MultiGroupType');
    const unknown = { 'SecurityGroupIds.1': 'sg-nowhere' };
    assert.equal(await refused(id, unknown), '404 InvalidSecurityGroupId.NotFound');
    const twice = { 'SecurityGroupIds.1': second, 'SecurityGroupIds.2': second };
    assert.match(await refused(id, twice), /^400 /);
  });

  test('refuses what the rules of the parameters forbid, and changes nothing', async () => {
    const [id = ''] = await cloud.launchRunning({ InstanceName: 'stays' });
    const cases: ReadonlyArray<readonly [string, Parameters]> = [
      ['400 InvalidInstanceName.Malformed', { InstanceName: 'a' }],
      ['400 InvalidDescription.Malformed', { Description: 'http://x' }],
      ['400 InvalidHostName.Malformed', { HostName: '-x-' }],
      ['400 InvalidPassword.Malformed', { Password: 'short' }],
      ['403 InvalidUserData.Base64FormatInvalid', { UserData: '***' }],
      ['400 InvalidParameter', { EnableJumboFrame: true }],
      ['400 InvalidParameter', { CreditSpecification: 'Unlimited' }],
      ['400 InvalidParameter', { Recyclable: true }],
      ['400 InvalidParameter', { NetworkInterfaceQueueNumber: 2 }],
    ];
    for (const [code, more] of cases) {
      assert.equal(await refused(id, { InstanceName: 'other', ...more }), code);
    }
    assert.equal((await cloud.showOne(id))['InstanceName'], 'stays');
    assert.equal(await refused(UNKNOWN, {}), '404 InvalidInstanceId.NotFound');
    await modify(id, { EnableJumboFrame: false });
  });

  test('is refused while it starts or stops', async () => {
    const [id = ''] = await cloud.launchRunning();
    await cloud.ok('StopInstance', { InstanceId: id });
    assert.equal(await refused(id, { InstanceName: 'other' }), '403 IncorrectInstanceStatus');
    assert.equal(await refused(id, { Password: 'Another#1' }), '403 IncorrectInstanceStatus');
    await cloud.passTime(SECOND);
    await modify(id, { InstanceName: 'other', Password: 'Another#1' });
    await cloud.passTime(SECOND);
  });
});

describe('DescribeUserData', () => {
  const userData = async (id: string) =>
    (await cloud.ok('DescribeUserData', { RegionId: 'cn-guangzhou', InstanceId: id }))['UserData'];

  test('answers what was given, or nothing', async () => {
    const [id = ''] = await cloud.launchRunning();
    assert.equal(await userData(id), '');
    await modify(id, { UserData: HELLO });
    assert.equal(await userData(id), HELLO);
    const [other = ''] = await cloud.launchRunning({ UserData: HELLO });
    assert.equal(await userData(other), HELLO);
  });

  test('only of an instance of the region', async () => {
    const [id = ''] = await cloud.launchRunning();
    const asked = (RegionId: string, InstanceId: string) =>
      cloud.refusal('DescribeUserData', { RegionId, InstanceId }, { region: RegionId });
    assert.equal(await asked('cn-beijing', id), '404 InvalidInstanceId.NotFound');
    assert.equal(await asked('cn-guangzhou', UNKNOWN), '404 InvalidInstanceId.NotFound');
  });
});

describe('DescribeInstanceAttribute', () => {
  test('says of one what the list says of it', async () => {
    const [id = ''] = await cloud.launchRunning({ InstanceName: 'shown', Description: 'whole' });
    const listed = await cloud.showOne(id);
    const shown = await cloud.ok('DescribeInstanceAttribute', { InstanceId: id });
    const alike = ['InstanceName', 'Description', 'Status', 'ImageId', 'InstanceType', 'Cpu'];
    const more = ['CreationTime', 'ExpiredTime', 'VpcAttributes', 'SecurityGroupIds', 'HostName'];
    for (const name of [...alike, ...more]) assert.deepEqual(shown[name], listed[name], name);
    assert.equal(shown['IoOptimized'], 'optimized');
    assert.equal(shown['EnableJumboFrame'], false);
    assert.match(shown['CreationTime'] as string, /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
  });

  test('an unknown one is not found', async () => {
    const asked = { InstanceId: UNKNOWN };
    const code = await cloud.refusal('DescribeInstanceAttribute', asked);
    assert.equal(code, '404 InvalidInstanceId.NotFound');
  });
});
