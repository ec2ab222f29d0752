import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud } from '../../cloud.test-support.ts';

type TestCloud = Awaited<ReturnType<typeof startTestCloud>>;
type GivenParameters = Readonly<Record<string, string>>;

let cloud: TestCloud;
let network: Awaited<ReturnType<TestCloud['network']>>;
before(async () => {
  cloud = await startTestCloud({ configuration: { instancesPerSecurityGroupMax: 2 } });
  network = await cloud.network();
});
after(() => cloud.stop());

async function make(parameters: GivenParameters = {}): Promise<string> {
  const { SecurityGroupId } = await cloud.ok('CreateSecurityGroup', {
    VpcId: network.vpc,
    ...parameters,
  });
  return SecurityGroupId as string;
}

async function launch(): Promise<string> {
  const group = await make();
  const where = { VSwitchId: network.vSwitch, SecurityGroupId: group };
  const [id = ''] = await cloud.launchRunning(where);
  return id;
}

async function groupsOf(id: string): Promise<readonly string[]> {
  const { SecurityGroupIds } = await cloud.showOne(id);
  return (SecurityGroupIds as { readonly SecurityGroupId: readonly string[] }).SecurityGroupId;
}

interface Interfaces {
  readonly NetworkInterface: ReadonlyArray<{ readonly NetworkInterfaceId?: string }>;
}

const join = (InstanceId: string, SecurityGroupId: string) =>
  cloud.ok('JoinSecurityGroup', { InstanceId, SecurityGroupId });
const refused = (verb: 'Join' | 'Leave', parameters: GivenParameters, region?: string) =>
  cloud.refusal(`${verb}SecurityGroup`, parameters, { region });

test('joins up to five groups, in that order, and leaves all but the last', async () => {
  const id = await launch();
  const [first = ''] = await groupsOf(id);
  const others = await Promise.all(Array.from({ length: 4 }, () => make()));
  for (const group of others) await join(id, group);
  assert.deepEqual(await groupsOf(id), [first, ...others]);
  const sixth = { InstanceId: id, SecurityGroupId: await make() };
  assert.match(await refused('Join', sixth), /^403 InstanceSecurityGroupLimitExceeded$/);
  for (const SecurityGroupId of [first, ...others.slice(0, 3)]) {
    await cloud.ok('LeaveSecurityGroup', { InstanceId: id, SecurityGroupId });
  }
  assert.deepEqual(await groupsOf(id), others.slice(3));
  const last = { InstanceId: id, SecurityGroupId: others[3] ?? '' };
  assert.equal(await refused('Leave', last), '403 InstanceLastSecurityGroup');
});

test('a group takes as many as it may, of its network and its type', async () => {
  const group = await make();
  const [one, two, three] = [await launch(), await launch(), await launch()];
  await join(one, group);
  await join(two, group);
  const third = { InstanceId: three, SecurityGroupId: group };
  assert.equal(await refused('Join', third), '403 SecurityGroupInstanceLimitExceeded');
  const elsewhere = await cloud.network('10.9.0.0/16');
  const other = { InstanceId: three, SecurityGroupId: elsewhere.group };
  assert.equal(await refused('Join', other), '400 InvalidInstanceId.Mismatch');
  const advanced = await make({ SecurityGroupType: 'enterprise' });
  const mixed = { InstanceId: three, SecurityGroupId: advanced };
  assert.match(await refused('Join', mixed), /^400 InvalidOperation\.MultiGroupType$/);
  await cloud.ok('LeaveSecurityGroup', { InstanceId: two, SecurityGroupId: group });
  await join(three, group);
});

test('refuses who is in already or not in, and what is not there', async () => {
  const id = await launch();
  const [own = ''] = await groupsOf(id);
  const group = await make();
  const inIt = { InstanceId: id, SecurityGroupId: own };
  assert.equal(await refused('Join', inIt), '403 InvalidInstanceId.AlreadyExists');
  const notInIt = { InstanceId: id, SecurityGroupId: group };
  const notFound = '404 InvalidSecurityGroupAssociation.NotFound';
  assert.equal(await refused('Leave', notInIt), notFound);
  for (const verb of ['Join', 'Leave'] as const) {
    const noGroup = { InstanceId: id, SecurityGroupId: 'sg-000000000000000000zz' };
    assert.equal(await refused(verb, noGroup), '404 InvalidSecurityGroupId.NotFound');
    const noInstance = { InstanceId: 'i-000000000000000000zz', SecurityGroupId: group };
    assert.equal(await refused(verb, noInstance), '404 InvalidInstanceId.NotFound');
    assert.equal(await refused(verb, notInIt, 'cn-shanghai'), '404 InvalidInstanceId.NotFound');
    assert.equal(await refused(verb, { SecurityGroupId: group }), '400 MissingParameter');
    assert.equal(await refused(verb, { InstanceId: id }), '400 MissingParameter');
  }
});

test('an interface is named with its region; the primary one does as its instance', async () => {
  const id = await launch();
  const { NetworkInterfaces } = await cloud.showOne(id);
  const [{ NetworkInterfaceId: eni = '' } = {}] = (NetworkInterfaces as Interfaces)
    .NetworkInterface;
  const group = await make();
  for (const verb of ['Join', 'Leave'] as const) {
    const it = { NetworkInterfaceId: eni, SecurityGroupId: group };
    assert.equal(await refused(verb, it), '400 MissingParameter.RegionId');
    const code = await refused(verb, it, 'cn-guangzhou');
    assert.equal(code, '403 InvalidOperation.InvalidEniType');
    const unknown = { ...it, NetworkInterfaceId: 'eni-000000000000000000zz' };
    assert.equal(await refused(verb, unknown, 'cn-guangzhou'), '404 InvalidEniId.NotFound');
  }
  const both = { InstanceId: id, NetworkInterfaceId: eni, SecurityGroupId: group };
  assert.equal(await refused('Join', both), '403 InvalidParam.EniIdAndInstanceId.Conflict');
  assert.equal(await refused('Leave', both), '400 InvalidParameter');
});

test('only a running or stopped instance changes its groups', async () => {
  const id = await launch();
  const group = await make();
  await cloud.ok('StopInstance', { InstanceId: id });
  const it = { InstanceId: id, SecurityGroupId: group };
  assert.equal(await refused('Join', it), '403 IncorrectInstanceStatus');
  await cloud.passTime(1_000);
  await join(id, group);
  await cloud.ok('LeaveSecurityGroup', it);
});
