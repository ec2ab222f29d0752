import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addServer } from '#resources/hosted-server/add-server.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const ACCOUNT = '100000000001';
const TYPE = { name: 'CHCS5.128C384M', cpu: 64, memoryMiB: 256 * 1_024 };

let cloud: TestCloud;
let bmc = { VpcId: '', SubnetId: '' };
let deploy = { VpcId: '', SubnetId: '' };
let group = '';

type Host = Readonly<Record<string, unknown>>;

async function network(block: string): Promise<{ VpcId: string; SubnetId: string }> {
  const made = await cloud.ok(
    'CreateVpc',
    { VpcName: 'chc', CidrBlock: block },
    { service: 'vpc' },
  );
  const { VpcId } = made['Vpc'] as { readonly VpcId: string };
  const asked = {
    VpcId,
    SubnetName: 'chc',
    CidrBlock: block.replace('/16', '/24'),
    Zone: 'ap-guangzhou-3',
  };
  const subnet = await cloud.ok('CreateSubnet', asked, { service: 'vpc' });
  return { VpcId, SubnetId: (subnet['Subnet'] as { readonly SubnetId: string }).SubnetId };
}

before(async () => {
  cloud = await startTestCloud();
  bmc = await network('10.1.0.0/16');
  deploy = await network('10.2.0.0/16');
  const asked = { GroupName: 'chc', GroupDescription: 'chc' };
  const made = await cloud.ok('CreateSecurityGroup', asked, { service: 'vpc' });
  group = (made['SecurityGroup'] as { readonly SecurityGroupId: string }).SecurityGroupId;
});
after(() => cloud.stop());

let serial = 0;

/** A server as `yuntai chc add` brings it in. */
async function add(zone = 'guangzhou-3'): Promise<string> {
  serial += 1;
  const { store, clock } = cloud.server;
  const key = await store.write((tx) =>
    addServer(tx, cloud.server.cloud.random, {
      account: ACCOUNT,
      region: 'guangzhou',
      zone,
      serial: `SN${serial}`,
      deviceType: 'CHC_HS1',
      type: TYPE,
      disks: '480GB*2',
      diskGiB: 1_000,
      now: clock.clock.now(),
    }),
  );
  return `chc-${key}`;
}

async function hosts(asked: object): Promise<readonly Host[]> {
  return (await cloud.ok('DescribeChcHosts', asked))['ChcHostSet'] as readonly Host[];
}

async function shown(id: string): Promise<Host> {
  const [host] = await hosts({ ChcIds: [id] });
  assert.ok(host);
  return host;
}

async function denied(id: string): Promise<readonly [unknown, unknown]> {
  const answer = await cloud.ok('DescribeChcDeniedActions', { ChcIds: [id] });
  const [one] = answer['ChcHostDeniedActionSet'] as readonly Host[];
  return [one?.['State'], one?.['DenyActions']];
}

const assist = (ChcIds: readonly string[], more: object = {}) => ({
  ChcIds,
  BmcVirtualPrivateCloud: bmc,
  ...more,
});

/** What every server shows. */
const always = {
  TenantType: 'HOSTING',
  Gpu: '',
  NetworkCard: '',
  IsPredefinedType: true,
  ChcInstanceType: 'CHCS5.128C384M',
  ChcInstanceFamily: 'CHCS5',
  ChcInstanceFamilyName: '高性能计算型CHCS5',
  ResaleAppId: '',
  ResaleAccountId: '',
  SaleStatus: 'NOT_FOR_SALE',
  Tags: [],
  LatestOperation: '',
  LatestOperationErrorCode: '',
  LatestOperationErrorMsg: '',
  LatestOperationName: '',
  LatestOperationState: '',
  ChcGatewayId: '',
  DedicatedClusterId: '',
  NetworkMode: '',
} as const;

describe('the networks of a CHC server', () => {
  test('bring it from INIT to READY and PREPARED, and back', async () => {
    const id = await add();
    assert.deepEqual(await denied(id), [
      'INIT',
      ['ConfigureChcDeployVpc', 'RemoveChcAssistVpc', 'RemoveChcDeployVpc', 'RunInstances'],
    ]);
    for (const [action, more] of [
      ['ConfigureChcDeployVpc', { DeployVirtualPrivateCloud: deploy }],
      ['RemoveChcAssistVpc', {}],
      ['RemoveChcDeployVpc', {}],
    ] as const) {
      const code = await cloud.refusal(action, { ChcIds: [id], ...more });
      assert.equal(code, 'InvalidHost.NotSupported');
    }
    const addresses = { ...bmc, PrivateIpAddresses: ['10.1.0.20'] };
    await cloud.ok('ConfigureChcAssistVpc', {
      ...assist([id], { BmcVirtualPrivateCloud: addresses }),
      BmcSecurityGroupIds: [group],
    });
    assert.equal((await denied(id))[0], 'READY');
    const again = await cloud.refusal('ConfigureChcAssistVpc', assist([id]));
    assert.equal(again, 'InvalidHost.NotSupported');
    const boot = {
      MiniOsType: 'public',
      BootType: 'x86_legacy',
      NextServerAddress: '169.254.68.10',
    };
    await cloud.ok('ConfigureChcDeployVpc', {
      ChcIds: [id],
      DeployVirtualPrivateCloud: deploy,
      DeploySecurityGroupIds: [group],
      ChcDeployExtraConfig: boot,
    });
    const { DeployIp, BmcMAC, DeployMAC, CreatedTime, ...host } = await shown(id);
    assert.match(String(BmcMAC), /^00:16:3e(?::[0-9a-f]{2}){3}$/);
    assert.notEqual(BmcMAC, DeployMAC);
    assert.equal(CreatedTime, '2026-01-02 03:04:05');
    const common = { AsVpcGateway: false, Ipv6AddressCount: 0 };
    assert.deepEqual(host, {
      ChcId: id,
      InstanceName: `SN${serial}`,
      SerialNumber: `SN${serial}`,
      InstanceState: 'PREPARED',
      DeviceType: 'CHC_HS1',
      Placement: { Zone: 'ap-guangzhou-3', ProjectId: 0 },
      BmcVirtualPrivateCloud: { ...bmc, ...common, PrivateIpAddresses: ['10.1.0.20'] },
      BmcIp: '10.1.0.20',
      BmcSecurityGroupIds: [group],
      DeployVirtualPrivateCloud: { ...deploy, ...common, PrivateIpAddresses: [DeployIp] },
      DeploySecurityGroupIds: [group],
      DeployExtraConfig: { ...boot, BootFile: 'pxelinux.0' },
      CvmInstanceId: '',
      HardwareDescription: '64核 256GB 480GB*2',
      CPU: 64,
      Memory: 256,
      Disk: '480GB*2',
      ...always,
    });
    const twice = { ChcIds: [id], DeployVirtualPrivateCloud: deploy };
    const exists = await cloud.refusal('ConfigureChcDeployVpc', twice);
    assert.equal(exists, 'InvalidParameterValue.DeployVpcAlreadyExists');
    await cloud.ok('RemoveChcDeployVpc', { ChcIds: [id] });
    assert.equal((await denied(id))[0], 'READY');
    await cloud.ok('ConfigureChcDeployVpc', twice);
    await cloud.ok('RemoveChcAssistVpc', { ChcIds: [id] });
    assert.equal((await denied(id))[0], 'INIT');
    // The addresses are free again.
    const other = await add();
    await cloud.ok('ConfigureChcAssistVpc', assist([other], { BmcVirtualPrivateCloud: addresses }));
  });

  test('are given to several at once, with as many addresses', async () => {
    const ids = [await add(), await add()];
    const of = (network: object, ...PrivateIpAddresses: string[]) => ({
      ...network,
      PrivateIpAddresses,
    });
    const refused = (more: object) => cloud.refusal('ConfigureChcAssistVpc', assist(ids, more));
    assert.equal(
      await refused({ BmcVirtualPrivateCloud: of(bmc, '10.1.0.30') }),
      'InvalidParameterValue.AmountNotEqual',
    );
    assert.equal(
      await refused({ BmcVirtualPrivateCloud: of(bmc, '10.1.0.30', '10.9.0.1') }),
      'VpcAddrNotInSubNet',
    );
    assert.equal(
      await refused({ BmcVirtualPrivateCloud: of(bmc, '10.1.0.30', 'x') }),
      'InvalidParameterValue.IPAddressMalformed',
    );
    await cloud.ok(
      'ConfigureChcAssistVpc',
      assist(ids, {
        BmcVirtualPrivateCloud: of(bmc, '10.1.0.30', '10.1.0.31'),
        DeployVirtualPrivateCloud: of(deploy, '10.2.0.30', '10.2.0.31'),
      }),
    );
    const [first, second] = await hosts({ ChcIds: ids });
    assert.deepEqual([first?.['BmcIp'], second?.['DeployIp']], ['10.1.0.30', '10.2.0.31']);
    const used = await cloud.refusal(
      'ConfigureChcAssistVpc',
      assist([await add()], { BmcVirtualPrivateCloud: of(bmc, '10.1.0.31') }),
    );
    assert.equal(used, 'VpcIpIsUsed');
  });

  test('of an unknown server are not there', async () => {
    const missing = 'InvalidParameterValue.ChcHostsNotFound';
    const ChcIds = ['chc-00000000'];
    assert.equal(await cloud.refusal('ConfigureChcAssistVpc', assist(ChcIds)), missing);
    assert.equal(await cloud.refusal('RemoveChcAssistVpc', { ChcIds }), missing);
    assert.equal(await cloud.refusal('RemoveChcDeployVpc', { ChcIds }), missing);
    assert.equal(await cloud.refusal('ModifyChcAttribute', { ChcIds }), missing);
    assert.equal(await cloud.refusal('DescribeChcDeniedActions', { ChcIds }), missing);
    const malformed = await cloud.refusal('RemoveChcAssistVpc', { ChcIds: ['chc-1'] });
    assert.equal(malformed, 'InvalidParameterValue.IncorrectFormat');
  });
});

test('ModifyChcAttribute changes what is given', async () => {
  const id = await add();
  const refused = (more: object) => cloud.refusal('ModifyChcAttribute', { ChcIds: [id], ...more });
  await cloud.ok('ModifyChcAttribute', {
    ChcIds: [id],
    InstanceName: 'one',
    DeviceType: 'CHC_HS2',
  });
  const host = await shown(id);
  assert.deepEqual([host['InstanceName'], host['DeviceType']], ['one', 'CHC_HS2']);
  assert.equal(await refused({ InstanceName: '' }), 'InvalidParameterValue.NotEmpty');
  assert.equal(await refused({ DeviceType: '' }), 'InvalidParameterValue.NotEmpty');
  assert.equal(await refused({ Password: 'Test@12' }), 'InvalidPassword');
  assert.equal(await refused({ Password: 'Test@123456789012' }), 'InvalidPassword');
  assert.equal(await refused({ Password: 'Test 1234' }), 'InvalidPassword');
  assert.equal(await refused({ BmcUser: 'a b' }), 'InvalidParameter');
  const groups = { BmcSecurityGroupIds: [group] };
  assert.equal(await refused(groups), 'InvalidParameterValue.ChcNetworkEmpty');
  await cloud.ok('ModifyChcAttribute', { ChcIds: [id], BmcUser: 'al-b_1', Password: 'Test@123' });
  const row = await cloud.server.store.read(({ db }) =>
    db.selectFrom('hosted_servers').selectAll().where('key', '=', id.slice(4)).executeTakeFirst(),
  );
  assert.equal(row?.bmc_user, 'al-b_1');
  assert.ok(row.bmc_password !== null && !row.bmc_password.includes('Test@123'));
  await cloud.ok('ConfigureChcAssistVpc', assist([id]));
  assert.equal(
    await refused({ BmcSecurityGroupIds: ['sg-00000000'] }),
    'InvalidSecurityGroupId.NotFound',
  );
  await cloud.ok('ModifyChcAttribute', { ChcIds: [id], ...groups });
  assert.deepEqual((await shown(id))['BmcSecurityGroupIds'], [group]);
});

test('DescribeChcHosts narrows by ids or filters, in pages', async () => {
  const [first, second] = [await add(), await add('guangzhou-4')];
  await cloud.ok('ConfigureChcAssistVpc', assist([first]));
  const found = async (filters: Readonly<Record<string, string>>) => {
    const Filters = Object.entries(filters).map(([Name, value]) => ({ Name, Values: [value] }));
    const all = await hosts({ Filters, Limit: 100 });
    return all.map(({ ChcId }) => ChcId).filter((id) => id === first || id === second);
  };
  const of = async (id: string) => String((await shown(id))['SerialNumber']);
  assert.deepEqual(await found({ zone: 'ap-guangzhou-4' }), [second]);
  assert.deepEqual(await found({ 'instance-name': await of(first) }), [first]);
  assert.deepEqual(await found({ 'instance-state': 'INIT' }), [second]);
  assert.deepEqual(await found({ 'instance-state': 'OPERATING' }), []);
  assert.deepEqual(await found({ 'device-type': 'CHC_HS1' }), [first, second]);
  assert.deepEqual(await found({ 'vpc-id': bmc.VpcId }), [first]);
  assert.deepEqual(await found({ 'subnet-id': bmc.SubnetId }), [first]);
  assert.deepEqual(await found({ 'subnet-id': deploy.SubnetId }), []);
  assert.deepEqual(await found({ sn: await of(second) }), [second]);
  const page = await cloud.ok('DescribeChcHosts', { ChcIds: [first, second], Limit: 1, Offset: 1 });
  assert.equal(page['TotalCount'], 2);
  assert.equal((page['ChcHostSet'] as readonly Host[])[0]?.['ChcId'], second);
  assert.deepEqual(await hosts({ ChcIds: ['chc-00000000'] }), []);
  const refused = (asked: object) => cloud.refusal('DescribeChcHosts', asked);
  const filter = (Name: string, ...Values: string[]) => ({ Filters: [{ Name, Values }] });
  const both = { ChcIds: [first], ...filter('sn', 'a') };
  assert.equal(await refused(both), 'InvalidParameter.AtMostOne');
  assert.equal(await refused({ Limit: 101 }), 'InvalidParameterValueLimit');
  assert.equal(await refused({ Offset: -1 }), 'InvalidParameterValueOffset');
  assert.equal(await refused(filter('name', 'a')), 'InvalidFilter');
  assert.equal(await refused(filter('vpc-id', 'vpc-1')), 'InvalidParameterValue.VpcIdMalformed');
  const subnet = filter('subnet-id', 'subnet-1');
  assert.equal(await refused(subnet), 'InvalidParameterValue.SubnetIdMalformed');
  assert.equal(await refused(filter('zone', 'ap-beijing-3')), 'InvalidZone.MismatchRegion');
});

describe('an instance on a CHC server', () => {
  const launch = (id: string, more: object = {}) => ({
    Placement: { Zone: 'ap-guangzhou-3' },
    ImageId: 'img-9qabwvbn',
    InstanceType: 'CHCS5.128C384M',
    SystemDisk: { DiskSize: 50 },
    ChcIds: [id],
    ...more,
  });

  test('takes the server for itself, and gives it back', async () => {
    const id = await add();
    const early = await cloud.refusal('RunInstances', launch(id));
    assert.equal(early, 'OperationDenied.ChcInstallCloudImageWithoutDeployNetwork');
    await cloud.ok('ConfigureChcAssistVpc', assist([id]));
    const managed = await cloud.refusal('RunInstances', launch(id));
    assert.equal(managed, 'OperationDenied.ChcInstallCloudImageWithoutDeployNetwork');
    await cloud.ok('ConfigureChcDeployVpc', {
      ChcIds: [id],
      DeployVirtualPrivateCloud: deploy,
    });
    for (const more of [{ InstanceType: 'S5.MEDIUM2' }, { InstanceCount: 2 }]) {
      const code = await cloud.refusal('RunInstances', launch(id, more));
      assert.equal(code, 'InvalidParameterValue');
    }
    const elsewhere = await cloud.refusal(
      'RunInstances',
      launch(id, { Placement: { Zone: 'ap-guangzhou-4' } }),
    );
    assert.equal(elsewhere, 'InvalidParameterValue.ChcHostsNotFound');
    const [instance = ''] = await cloud.launchRunning(launch(id));
    const host = await shown(id);
    assert.deepEqual([host['CvmInstanceId'], host['InstanceState']], [instance, 'ONLINE']);
    assert.equal((await cloud.show([instance]))[0]?.['InstanceState'], 'RUNNING');
    assert.equal(await cloud.refusal('RunInstances', launch(id)), 'InvalidParameterValue');
    for (const action of ['RemoveChcAssistVpc', 'RemoveChcDeployVpc']) {
      assert.equal(await cloud.refusal(action, { ChcIds: [id] }), 'InvalidHost.NotSupported');
    }
    await cloud.ok('StopInstances', { InstanceIds: [instance] });
    await cloud.passTime(60_000);
    await cloud.ok('TerminateInstances', { InstanceIds: [instance] });
    await cloud.passTime(60_000);
    assert.equal((await denied(id))[0], 'PREPARED');
    await cloud.launchRunning(launch(id));
  });
});
