import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { machineRules } from '#resources/instance/machine-rules.ts';
import { startTestCloud } from '../../cloud.test-support.ts';
import { permission, ruleClient } from './rules.test-support.ts';

type TestCloud = Awaited<ReturnType<typeof startTestCloud>>;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const everybody = ['0.0.0.0-255.255.255.255'];

test('a driver is told what each machine lets in and out by the rules of its groups', async () => {
  const { vpc, vSwitch, group } = await cloud.network();
  const rules = ruleClient(cloud);
  const second = await rules.group({ VpcId: vpc });
  const at = (PrivateIpAddress: string, SecurityGroupId: string) => ({
    VSwitchId: vSwitch,
    PrivateIpAddress,
    SecurityGroupId,
  });
  const [one = ''] = await cloud.launchRunning(at('10.1.1.10', group));
  await cloud.launchRunning(at('10.1.1.20', second));
  await rules.authorize(group, permission({ SourceCidrIp: '0.0.0.0/0' }));
  await rules.authorize(group, permission({ SourceGroupId: second, PortRange: '80/90' }));
  for (const SecurityGroupId of [group, second]) {
    await cloud.ok('ModifySecurityGroupPolicy', { SecurityGroupId, InnerAccessPolicy: 'Drop' });
  }
  const told = async () =>
    (await machineRules(cloud.server.store, () => 'priority')).map(
      ({ key: _key, ...rest }) => rest,
    );
  const everything = [{ protocol: 'all', peers: everybody }];
  assert.deepEqual(await told(), [
    {
      address: '10.1.1.10',
      ingress: [
        { protocol: 'tcp', peers: everybody, ports: '22' },
        { protocol: 'tcp', peers: ['10.1.1.20'], ports: '80-90' },
      ],
      egress: everything,
    },
    { address: '10.1.1.20', ingress: [], egress: everything },
  ]);
  await cloud.ok('JoinSecurityGroup', { InstanceId: one, SecurityGroupId: second });
  const drop = permission({ DestCidrIp: '0.0.0.0/0', IpProtocol: 'all', PortRange: '-1/-1' });
  const nothingOut = { SecurityGroupId: second, ...drop, 'Permissions.1.Policy': 'drop' };
  await cloud.ok('AuthorizeSecurityGroupEgress', nothingOut);
  assert.deepEqual(
    (await told()).map(({ ingress, egress }) => [
      ingress.map(({ peers, ports }) => [ports, ...peers]),
      egress,
    ]),
    [
      [
        [
          ['22', ...everybody],
          ['80-90', '10.1.1.10', '10.1.1.20'],
        ],
        [],
      ],
      [[], []],
    ],
  );
  await cloud.ok('DeleteInstance', { InstanceId: one, Force: true });
  await cloud.passTime(1_000);
  assert.deepEqual(
    (await told()).map(({ address }) => address),
    ['10.1.1.20'],
  );
});

test('an interface that did not come with an instance has rules of its own', async () => {
  const { vpc, vSwitch, group } = await cloud.network('10.2.0.0/16');
  const rules = ruleClient(cloud);
  const second = await rules.group({ VpcId: vpc });
  await rules.authorize(second, permission({ SourceGroupId: group, PortRange: '80/80' }));
  const place = { VSwitchId: vSwitch, SecurityGroupId: group };
  const [instance = ''] = await cloud.launchRunning({ ...place, PrivateIpAddress: '10.2.1.9' });
  const made = await cloud.ok('CreateNetworkInterface', {
    VSwitchId: vSwitch,
    SecurityGroupId: second,
    'PrivateIpAddress.1': '10.2.1.31',
    PrimaryIpAddress: '10.2.1.30',
  });
  const NetworkInterfaceId = made['NetworkInterfaceId'] as string;
  const told = async () => {
    const all = await machineRules(cloud.server.store, () => 'priority');
    return all.filter(({ address }) => address.startsWith('10.2.1.3'));
  };
  assert.deepEqual(await told(), []);
  await cloud.ok('AttachNetworkInterface', { NetworkInterfaceId, InstanceId: instance });
  await cloud.passTime(2_000);
  const ingress = [{ protocol: 'tcp', peers: ['10.2.1.9'], ports: '80' }];
  assert.deepEqual(
    (await told()).map((one) => [one.address, one.ingress.at(-1)]),
    [
      ['10.2.1.30', ingress[0]],
      ['10.2.1.31', ingress[0]],
    ],
  );
  await cloud.ok('DetachNetworkInterface', { NetworkInterfaceId, InstanceId: instance });
  await cloud.passTime(2_000);
  assert.deepEqual(await told(), []);
});
