import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BootOptions } from '#server/boot.ts';
import {
  type GivenParameters,
  IMAGE,
  startTestCloud,
  type TestCloud,
  type TestNetwork,
  VPC_VERSION,
} from '../../cloud.test-support.ts';

/** A test with a cloud of its own, whose books are audited at the end. */
function inCloud(
  title: string,
  options: BootOptions,
  run: (cloud: TestCloud, net: TestNetwork) => Promise<void>,
): void {
  test(title, async () => {
    const cloud = await startTestCloud(options);
    const net = await cloud.network();
    await run(cloud, net);
    await cloud.stop();
  });
}

const launchIn = ({ vSwitch, group }: TestNetwork) => ({
  ImageId: IMAGE,
  InstanceType: 'ecs.g6.large',
  VSwitchId: vSwitch,
  SecurityGroupId: group,
});

async function count(cloud: TestCloud): Promise<unknown> {
  return (await cloud.ok('DescribeInstances'))['TotalCount'];
}

function idsOf(answer: Readonly<Record<string, unknown>>): readonly string[] {
  return (answer['InstanceIdSets'] as { readonly InstanceIdSet: readonly string[] }).InstanceIdSet;
}

describe('stock', () => {
  const three = { stock: [{ type: 'ecs.g6.large', remaining: 3 }] };

  inCloud('is all or nothing without MinAmount', { simulation: three }, async (cloud, net) => {
    const asked = { ...launchIn(net), Amount: 4 };
    assert.equal(await cloud.refusal('RunInstances', asked), '403 OperationDenied.NoStock');
    assert.equal(await count(cloud), 0);
    await cloud.ok('RunInstances', { ...asked, Amount: 3 });
    const one = cloud.refusal('CreateInstance', launchIn(net));
    assert.equal(await one, '403 OperationDenied.NoStock');
  });

  inCloud(
    'gives as many as there are, from MinAmount on',
    { simulation: three },
    async (cloud, net) => {
      const asked = { ...launchIn(net), Amount: 9, InstanceName: 'n-[1,2]' };
      const few = cloud.refusal('RunInstances', { ...asked, MinAmount: 4 });
      assert.equal(await few, '403 OperationDenied.NoStock');
      const ids = idsOf(await cloud.ok('RunInstances', { ...asked, MinAmount: 2 }));
      const shown = await cloud.show(ids);
      assert.deepEqual(
        shown.map(({ InstanceName }) => InstanceName),
        ['n-01', 'n-02', 'n-03'],
      );
    },
  );

  inCloud('sold out and not sold at all are told apart', {}, async (cloud, net) => {
    cloud.server.simulator?.provoke({ effect: 'sold-out', type: 'ecs.g6.large' });
    assert.equal(await cloud.refusal('RunInstances', launchIn(net)), '403 OperationDenied.NoStock');
    const dry = cloud.refusal('RunInstances', { ...launchIn(net), DryRun: true });
    assert.equal(await dry, '403 OperationDenied.NoStock', 'a dry run looks at the stock');
  });
});

describe('quotas and addresses', () => {
  const quota = { configuration: { instancesPerZoneMax: 2 } };
  inCloud('an account has so many instances in a zone', quota, async (cloud, net) => {
    const asked = launchIn(net);
    const over = cloud.refusal('RunInstances', { ...asked, Amount: 3 });
    assert.equal(await over, '400 QuotaExceed.AfterpayInstance');
    await cloud.ok('RunInstances', { ...asked, Amount: 2 });
    assert.equal(await cloud.refusal('CreateInstance', asked), '400 QuotaExceed.AfterpayInstance');
  });

  inCloud('a vSwitch has so many addresses', {}, async (cloud, net) => {
    const vpcApi = { version: VPC_VERSION };
    const small = { VpcId: net.vpc, ZoneId: 'cn-guangzhou-a', CidrBlock: '10.1.9.0/29' };
    const { VSwitchId } = await cloud.ok('CreateVSwitch', small, vpcApi);
    const asked = { ...launchIn(net), VSwitchId: String(VSwitchId) };
    const over = cloud.refusal('RunInstances', { ...asked, Amount: 4 });
    assert.equal(await over, '400 QuotaExceeded.PrivateIpAddress');
    await cloud.ok('RunInstances', { ...asked, Amount: 3 });
  });

  const tight = { configuration: { publicCidr: '203.0.113.0/30' } };
  inCloud('there are so many public addresses', tight, async (cloud, net) => {
    const asked = { ...launchIn(net), InternetMaxBandwidthOut: 1 };
    const over = cloud.refusal('RunInstances', { ...asked, Amount: 3 });
    assert.equal(await over, '403 InvalidOperation.PublicIpAddressNoStock');
    await cloud.ok('RunInstances', { ...asked, Amount: 2 });
    await cloud.ok('CreateInstance', asked);
  });

  inCloud('a security group has so many members', {}, async (cloud, net) => {
    const vpcApi = { version: VPC_VERSION };
    const large = { VpcId: net.vpc, ZoneId: 'cn-guangzhou-b', CidrBlock: '10.1.16.0/20' };
    const { VSwitchId } = await cloud.ok('CreateVSwitch', large, vpcApi);
    const asked = { ...launchIn(net), VSwitchId: String(VSwitchId) };
    for (let hundreds = 0; hundreds < 9; hundreds += 1) {
      await cloud.ok('RunInstances', { ...asked, Amount: 100 });
    }
    await cloud.ok('RunInstances', { ...asked, Amount: 99 });
    const over = cloud.refusal('RunInstances', { ...asked, Amount: 2 });
    assert.equal(await over, '403 SecurityGroupInstanceLimitExceed');
    await cloud.ok('CreateInstance', asked);
  });

  inCloud('basic and advanced groups do not mix', {}, async (cloud, net) => {
    const advanced = { VpcId: net.vpc, SecurityGroupType: 'enterprise' };
    const { SecurityGroupId } = await cloud.ok('CreateSecurityGroup', advanced);
    const both = {
      ...launchIn(net),
      SecurityGroupId: '',
      'SecurityGroupIds.1': net.group,
      'SecurityGroupIds.2': String(SecurityGroupId),
    };
    const mixed = cloud.refusal('RunInstances', both);
    assert.equal(await mixed, '400 InvalidOperation.MultiGroupType');
  });

  const few = { configuration: { instancesPerSecurityGroupMax: 2 } };
  inCloud('the same holds where an instance changes its groups', few, async (cloud, net) => {
    const made = async (more: GivenParameters = {}) => {
      const group = await cloud.ok('CreateSecurityGroup', { VpcId: net.vpc, ...more });
      return String(group['SecurityGroupId']);
    };
    const [other, advanced] = [await made(), await made({ SecurityGroupType: 'enterprise' })];
    const [first = '', second = ''] = await cloud.launchRunning({ ...launchIn(net), Amount: 2 });
    const [third = ''] = await cloud.launchRunning({ ...launchIn(net), SecurityGroupId: other });
    const joining = (InstanceId: string, one: string, two: string) => {
      const groups = { 'SecurityGroupIds.1': one, 'SecurityGroupIds.2': two };
      return ['ModifyInstanceAttribute', { InstanceId, ...groups }] as const;
    };
    const mixed = '400 InvalidOperation.MultiGroupType';
    assert.equal(await cloud.refusal(...joining(first, net.group, advanced)), mixed);
    const full = '403 SecurityGroupInstanceLimitExceed';
    assert.equal(await cloud.refusal(...joining(third, other, net.group)), full);
    await cloud.ok(...joining(first, net.group, other));
    assert.equal(await cloud.refusal(...joining(second, net.group, other)), full);
    await cloud.ok(...joining(first, other, net.group));
  });
});

describe('DryRun and ClientToken', () => {
  inCloud('a dry run changes nothing and does not use up a token', {}, async (cloud, net) => {
    const asked = { ...launchIn(net), ClientToken: 'once' };
    const dry = { ...asked, DryRun: true };
    assert.equal(await cloud.refusal('RunInstances', dry), '400 DryRunOperation');
    assert.equal(await cloud.refusal('CreateInstance', dry), '400 DryRunOperation');
    assert.equal(await count(cloud), 0);
    const wrong = cloud.refusal('RunInstances', { ...dry, ImageId: 'm-none' });
    assert.equal(await wrong, '404 InvalidImageId.NotFound');
    await cloud.ok('RunInstances', asked);
    assert.equal(await count(cloud), 1);
  });

  inCloud('a token repeats the answer and refuses other parameters', {}, async (cloud, net) => {
    const asked = { ...launchIn(net), Amount: 2, ClientToken: 'token-1' };
    const first = idsOf(await cloud.ok('RunInstances', asked));
    const again = idsOf(await cloud.ok('RunInstances', asked, { signature: 'V3' }));
    assert.deepEqual(again, first);
    const other = cloud.refusal('RunInstances', { ...asked, Amount: 3 });
    assert.equal(await other, '400 IdempotentParameterMismatch');
    const third = idsOf(await cloud.ok('RunInstances', { ...asked, ClientToken: 'token-2' }));
    assert.notDeepEqual(third, first);
    assert.equal(await count(cloud), 4);
    const created = await cloud.ok('CreateInstance', { ...launchIn(net), ClientToken: 'token-1' });
    assert.ok(!first.includes(String(created['InstanceId'])), 'each action has its own tokens');
  });

  inCloud('sent many times at once it launches once', {}, async (cloud, net) => {
    const asked = { ...launchIn(net), ClientToken: 'at-once' };
    const calls = Array.from({ length: 8 }, () => cloud.ok('RunInstances', asked));
    const answers = await Promise.all(calls);
    assert.equal(new Set(answers.flatMap(idsOf)).size, 1);
    assert.equal(await count(cloud), 1);
  });

  inCloud('a refused launch does not burn its token', {}, async (cloud, net) => {
    const asked = { ...launchIn(net), ClientToken: 'again' };
    cloud.server.simulator?.provoke({ effect: 'sold-out', type: 'ecs.g6.large' });
    assert.equal(await cloud.refusal('RunInstances', asked), '403 OperationDenied.NoStock');
    cloud.server.simulator?.clearProvocations();
    await cloud.ok('RunInstances', asked);
  });
});

describe('a launch that fails', () => {
  inCloud('is gone, everywhere, and leaks nothing', {}, async (cloud, net) => {
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'create', times: 1 });
    const ids = idsOf(await cloud.ok('RunInstances', { ...launchIn(net), Amount: 2 }));
    await cloud.passTime(5_000);
    const shown = await cloud.show(ids);
    assert.deepEqual(
      shown.map(({ Status }) => Status),
      ['Running'],
    );
    assert.equal(await count(cloud), 1);
    const statuses = await cloud.ok('DescribeInstanceStatus');
    assert.equal(statuses['TotalCount'], 1);
    const gone = ids.find((id) => id !== shown[0]?.InstanceId) ?? '';
    const named = await cloud.ok('DescribeInstances', { InstanceName: gone });
    assert.equal(named['TotalCount'], 0);
    // It holds nothing any more: its network can go once the other instance has.
    await cloud.ok('DeleteInstance', { InstanceId: shown[0]?.InstanceId ?? '', Force: true });
    await cloud.passTime(5_000);
    await cloud.ok('DeleteVSwitch', { VSwitchId: net.vSwitch }, { version: VPC_VERSION });
  });
});
