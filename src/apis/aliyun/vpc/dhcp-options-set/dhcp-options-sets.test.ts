import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  makeGroup,
  startTestCloud,
  VPC_VERSION,
  type TestCloud,
} from '../../cloud.test-support.ts';

const version = { version: VPC_VERSION } as const;

let cloud: TestCloud;
let vpc: string;
let other: string;
let set: string;
before(async () => {
  const configuration = { dhcpOptionSetsPerRegionMax: 2, vpcsPerDhcpOptionSetMax: 1 };
  cloud = await startTestCloud({ configuration });
  vpc = String((await ok('CreateVpc', { CidrBlock: '10.0.0.0/16' }))['VpcId']);
  other = String((await ok('CreateVpc', { CidrBlock: '10.1.0.0/16' }))['VpcId']);
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const ok = (action: string, given: Given = {}) => cloud.ok(action, given, version);
const refusal = (action: string, given: Given = {}) => cloud.refusal(action, given, version);
const get = () => ok('GetDhcpOptionsSet', { DhcpOptionsSetId: set });

async function listed(given: Given = {}): Promise<readonly Item[]> {
  const { DhcpOptionsSets, TotalCount } = await ok('ListDhcpOptionsSets', given);
  const items = DhcpOptionsSets as readonly Item[];
  assert.equal(TotalCount, String(items.length));
  return items;
}

test('a set is made, and shown by both pages', async () => {
  const made = await ok('CreateDhcpOptionsSet', {
    DhcpOptionsSetName: 'office',
    DhcpOptionsSetDescription: 'ours',
    DomainName: 'example.com',
    DomainNameServers: '10.0.0.53,10.0.1.53',
    LeaseTime: '24h',
    'Tag.1.Key': 'a',
  });
  set = String(made['DhcpOptionsSetId']);
  assert.match(set, /^dopt-/);
  const { RequestId: _, ...shown } = await get();
  const common = {
    CreationTime: '2026-01-02T03:04:05Z',
    DhcpOptions: {
      DomainName: 'example.com',
      DomainNameServers: '10.0.0.53,10.0.1.53',
      Ipv6LeaseTime: '1d',
      LeaseTime: '24h',
    },
    DhcpOptionsSetDescription: 'ours',
    DhcpOptionsSetId: set,
    DhcpOptionsSetName: 'office',
    OwnerId: shown['OwnerId'],
    ResourceGroupId: made['ResourceGroupId'],
    Status: 'Available',
    Tags: [{ Key: 'a', Value: '' }],
  };
  assert.deepEqual(shown, { ...common, AssociateVpcs: [] });
  assert.deepEqual(await listed(), [{ ...common, AssociateVpcCount: 0 }]);
});

test('what a set may not be is refused in the codes of both pages', async () => {
  const wrong: ReadonlyArray<readonly [Given, string, string?]> = [
    [{ DhcpOptionsSetName: '1st' }, 'IllegalParam.DhcpOptionsSetName'],
    [{ DhcpOptionsSetName: 'n'.repeat(129) }, 'IllegalParam.DhcpOptionsSetName'],
    [{ DhcpOptionsSetDescription: 'https://x' }, 'IllegalParam.DhcpOptionsSetDescription'],
    [{ DhcpOptionsSetDescription: 'd'.repeat(257) }, 'IllegalParam.DhcpOptionsSetDescription'],
    [{ DomainName: '-x.com' }, 'IllegalParam.DomainName'],
    [
      { DomainNameServers: '10.0.0.1,x' },
      'InvalidDomainNameServers.Malformed',
      'IllegalParam.DomainNameServers',
    ],
    [
      { DomainNameServers: '1.1.1.1,1.1.1.2,1.1.1.3,1.1.1.4,1.1.1.5' },
      'QuotaExceeded.DomainNameServers',
      'IllegalParam.DomainNameServers',
    ],
    [{ LeaseTime: '23h' }, 'IllegalParam.LeaseTime'],
    [{ LeaseTime: '1177h' }, 'IllegalParam.LeaseTime'],
    [{ LeaseTime: '50d' }, 'IllegalParam.LeaseTime'],
    [{ LeaseTime: '7301d' }, 'IllegalParam.LeaseTime'],
    [{ LeaseTime: '24' }, 'IllegalParam.LeaseTime'],
    [{ Ipv6LeaseTime: '0d' }, 'IllegalParam.Ipv6LeaseTime'],
    [{ Ipv6LeaseTime: '87599h' }, 'IllegalParam.Ipv6LeaseTime'],
  ];
  for (const [given, create, update = create] of wrong) {
    const name = JSON.stringify(given);
    assert.equal(await refusal('CreateDhcpOptionsSet', given), `400 ${create}`, name);
    const changed = await refusal('UpdateDhcpOptionsSetAttribute', {
      DhcpOptionsSetId: set,
      ...given,
    });
    assert.equal(changed, `400 ${update}`, name);
  }
});

test('a set is changed up to the bounds of its page; what is not named stays', async () => {
  for (const LeaseTime of ['1176h', '87600h', '175200h', '49d', '3650d', '7300d', '1d']) {
    await ok('UpdateDhcpOptionsSetAttribute', { DhcpOptionsSetId: set, LeaseTime });
  }
  const four = '1.1.1.1,1.1.1.2,1.1.1.3,1.1.1.4';
  const change = { DomainNameServers: four, DhcpOptionsSetName: '办公_1-x' };
  await ok('UpdateDhcpOptionsSetAttribute', { DhcpOptionsSetId: set, ...change });
  const { DhcpOptions, DhcpOptionsSetName } = await get();
  assert.deepEqual(
    [DhcpOptions, DhcpOptionsSetName],
    [
      {
        DomainName: 'example.com',
        DomainNameServers: four,
        Ipv6LeaseTime: '1d',
        LeaseTime: '1d',
      },
      '办公_1-x',
    ],
  );
  const gone = { DhcpOptionsSetId: 'dopt-x', LeaseTime: '1d' };
  const code = await refusal('UpdateDhcpOptionsSetAttribute', gone);
  assert.equal(code, '400 InvalidDhcpOptionsSetId.NotFound');
});

test('a network has one set, and a set as many networks as the limit says', async () => {
  const { DhcpOptionsSetId } = await ok('CreateDhcpOptionsSet');
  const second = String(DhcpOptionsSetId);
  assert.equal(await refusal('CreateDhcpOptionsSet'), '400 QuotaExceeded.RegionDhcpOptionsSet');
  const attach = (given: Given) =>
    refusal('AttachDhcpOptionsSetToVpc', { DhcpOptionsSetId: set, VpcId: vpc, ...given });
  const replace = (given: Given) =>
    refusal('ReplaceVpcDhcpOptionsSet', { DhcpOptionsSetId: second, VpcId: vpc, ...given });
  const detach = (given: Given) =>
    refusal('DetachDhcpOptionsSetFromVpc', { DhcpOptionsSetId: set, VpcId: vpc, ...given });
  assert.equal(await replace({}), '400 OperationFailed.AttachmentNotExist');
  assert.equal(await detach({}), '400 OperationFailed.AttachmentNotExist');
  await ok('AttachDhcpOptionsSetToVpc', { DhcpOptionsSetId: set, VpcId: vpc });
  assert.equal(await attach({}), '400 OperationFailed.AttachmentExist');
  assert.equal(await attach({ VpcId: other }), '400 QuotaExceeded.AttachVpcNumber');
  for (const refused of [attach, replace, detach]) {
    assert.equal(await refused({ VpcId: 'vpc-x' }), '400 InvalidVpcId.NotFound');
    const gone = await refused({ DhcpOptionsSetId: 'dopt-x' });
    assert.equal(gone, '400 InvalidDhcpOptionsSetId.NotFound');
  }
  const wrong = await detach({ DhcpOptionsSetId: second });
  assert.equal(wrong, '400 AttrMismatching.VpcDhcpOptionsSetId');
  const { AssociateVpcs, Status } = await get();
  assert.deepEqual([AssociateVpcs, Status], [[{ AssociateStatus: 'InUse', VpcId: vpc }], 'InUse']);
  const its = await ok('DescribeVpcAttribute', { VpcId: vpc });
  assert.deepEqual([its['DhcpOptionsSetId'], its['DhcpOptionsSetStatus']], [set, 'InUse']);
  const kept = await refusal('DeleteDhcpOptionsSet', { DhcpOptionsSetId: set });
  assert.equal(kept, '400 DependencyViolation.VpcAttachment');
  await ok('ReplaceVpcDhcpOptionsSet', { DhcpOptionsSetId: second, VpcId: vpc });
  await ok('ReplaceVpcDhcpOptionsSet', { DhcpOptionsSetId: second, VpcId: vpc });
  const having = { DhcpOptionsSetId: second };
  const named = async (given: Given) => (await ok('DescribeVpcs', given))['TotalCount'];
  assert.equal(await named(having), 1);
  assert.equal(await named({ ...having, VpcId: other }), 0);
  assert.equal(await named({ DhcpOptionsSetId: set }), 0);
  await ok('DetachDhcpOptionsSetFromVpc', { DhcpOptionsSetId: second, VpcId: vpc });
  await ok('DeleteDhcpOptionsSet', { DhcpOptionsSetId: second });
});

test('sets are found by each parameter of the page', async () => {
  const count = async (given: Given) => (await listed(given)).length;
  assert.equal(await count({ 'DhcpOptionsSetId.1': set }), 1);
  assert.equal(await count({ 'DhcpOptionsSetId.1': 'dopt-x' }), 0);
  assert.equal(await count({ DhcpOptionsSetName: '办公_1-x' }), 1);
  assert.equal(await count({ DhcpOptionsSetName: 'other' }), 0);
  assert.equal(await count({ DomainName: 'example.com' }), 1);
  assert.equal(await count({ DomainName: 'example.org' }), 0);
  assert.equal(await count({ 'Tags.1.Key': 'a' }), 1);
  assert.equal(await count({ 'Tags.1.Key': 'b' }), 0);
  assert.equal(await count({ ResourceGroupId: 'rg-x' }), 0);
  const group = await makeGroup(cloud, 'dhcp');
  const moved = { ResourceType: 'DhcpOptionsSet', ResourceId: set, NewResourceGroupId: group };
  await ok('MoveResourceGroup', moved);
  assert.equal(await count({ ResourceGroupId: group }), 1);
  const ids = Array.from({ length: 21 }, (_, at) => [`DhcpOptionsSetId.${at + 1}`, set]);
  const tooMany = await refusal('ListDhcpOptionsSets', Object.fromEntries(ids) as Given);
  assert.equal(tooMany, '400 InvalidParameter');
  assert.equal(await count(Object.fromEntries(ids.slice(1)) as Given), 1);
});

test('a network that goes gives its set back, which can then go', async () => {
  await ok('AttachDhcpOptionsSetToVpc', { DhcpOptionsSetId: set, VpcId: other });
  await ok('DeleteVpc', { VpcId: other });
  assert.deepEqual((await get())['AssociateVpcs'], []);
  await ok('DeleteDhcpOptionsSet', { DhcpOptionsSetId: set });
  const { RequestId: _, ...nothing } = await get();
  assert.deepEqual(nothing, {}, 'no Status is what Terraform takes for gone');
  const again = await refusal('DeleteDhcpOptionsSet', { DhcpOptionsSetId: set });
  assert.equal(again, '400 InvalidDhcpOptionsSetId.NotFound');
});
