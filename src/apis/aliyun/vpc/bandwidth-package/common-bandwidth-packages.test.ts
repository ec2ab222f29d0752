import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, VPC_VERSION, type TestCloud } from '../../cloud.test-support.ts';

const version = { version: VPC_VERSION } as const;
const RegionId = 'cn-guangzhou';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({ configuration: { bandwidthPackagesPerRegionMax: 3 } });
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const ok = (action: string, given: Given = {}) => cloud.ok(action, { RegionId, ...given }, version);
const refusal = (action: string, given: Given = {}) =>
  cloud.refusal(action, { RegionId, ...given }, version);

async function create(given: Given = {}): Promise<string> {
  const answer = await ok('CreateCommonBandwidthPackage', { Bandwidth: 10, ...given });
  return String(answer['BandwidthPackageId']);
}
async function list(given: Given = {}): Promise<readonly Item[]> {
  const answer = await ok('DescribeCommonBandwidthPackages', given);
  return (answer['CommonBandwidthPackages'] as { CommonBandwidthPackage: readonly Item[] })
    .CommonBandwidthPackage;
}
const remove = (BandwidthPackageId: string) =>
  ok('DeleteCommonBandwidthPackage', { BandwidthPackageId });
const UNKNOWN = 'cbwp-00000000000000000000';
const NOT_FOUND = '404 InvalidBandwidthPackageId.NotFound';

describe('common bandwidth packages', () => {
  test('one is made, shown, changed and deleted', async () => {
    const id = await create({
      Name: 'shared',
      Description: 'of two',
      ISP: 'BGP_PRO',
      InternetChargeType: 'PayBy95',
      Ratio: 20,
      'SecurityProtectionTypes.1': 'AntiDDoS_Enhanced',
      'Tag.1.Key': 'team',
      'Tag.1.Value': 'net',
    });
    const [shown] = await list({ BandwidthPackageId: id });
    assert.ok(shown);
    const { CreationTime, ResourceGroupId, ...rest } = shown;
    assert.match(String(CreationTime), /^2026-/);
    assert.match(String(ResourceGroupId), /^rg-|^$/);
    assert.deepEqual(rest, {
      BandwidthPackageId: id,
      RegionId,
      Name: 'shared',
      Description: 'of two',
      Status: 'Available',
      BusinessStatus: 'Normal',
      BizType: 'Default',
      Zone: '',
      ServiceManaged: 0,
      ISP: 'BGP_PRO',
      Bandwidth: '10',
      InternetChargeType: 'PayBy95',
      InstanceChargeType: 'PostPaid',
      Ratio: 20,
      ExpiredTime: '',
      DeletionProtection: false,
      HasReservationData: 'false',
      SecurityProtectionTypes: { SecurityProtectionType: ['AntiDDoS_Enhanced'] },
      PublicIpAddresses: { PublicIpAddresse: [] },
      Tags: { Tag: [{ Key: 'team', Value: 'net' }] },
    });
    const named = { BandwidthPackageId: id };
    await ok('ModifyCommonBandwidthPackageAttribute', { ...named, Name: 'other' });
    await ok('ModifyCommonBandwidthPackageSpec', { ...named, Bandwidth: '1000' });
    const [changed] = await list({ Name: 'other' });
    assert.deepEqual([changed?.['Bandwidth'], changed?.['Description']], ['1000', 'of two']);
    await remove(id);
    assert.deepEqual(await list(named), []);
  });

  test('what is refused, in the codes of the pages', async () => {
    const refused = (given: Given) =>
      refusal('CreateCommonBandwidthPackage', { Bandwidth: 1, ...given });
    assert.equal(await refused({ Bandwidth: 0 }), '400 InvalidParameter.Bandwidth');
    assert.equal(await refused({ Bandwidth: 1_001 }), '400 InvalidParameter.Bandwidth');
    assert.equal(await refused({ Name: 'http://x' }), '400 InvalidParameter.Name.Malformed');
    assert.equal(
      await refused({ Description: 'https://x' }),
      '400 InvalidParameter.Description.Malformed',
    );
    assert.equal(
      await refused({ InternetChargeType: 'PayByNothing' }),
      '400 InvalidParameter.InvalidChargeType',
    );
    assert.equal(await refused({ Zone: 'x' }), '400 OperationUnsupported.InvalidZone');
    const ids = [
      await create(),
      await create({ Bandwidth: 1 }),
      await create({ Bandwidth: 1_000 }),
    ];
    assert.equal(await refused({}), '400 BandwidthPackage.QuotaExceeded');
    const [id = ''] = ids;
    const spec = (Bandwidth: string) =>
      refusal('ModifyCommonBandwidthPackageSpec', { BandwidthPackageId: id, Bandwidth });
    for (const mbps of ['0', '1001', 'x']) {
      assert.equal(await spec(mbps), '400 InvalidParameter.Bandwidth');
    }
    assert.equal((await list({ PageSize: 2 })).length, 2);
    assert.equal((await list({ SecurityProtectionEnabled: true })).length, 0);
    assert.equal((await list({ SecurityProtectionEnabled: false })).length, 3);
    for (const one of ids) await remove(one);
    const gone = { BandwidthPackageId: UNKNOWN };
    assert.equal(await refusal('DeleteCommonBandwidthPackage', gone), NOT_FOUND);
    const renamed = { ...gone, Name: 'x' };
    assert.equal(await refusal('ModifyCommonBandwidthPackageAttribute', renamed), NOT_FOUND);
    const resized = { ...gone, Bandwidth: '5' };
    assert.equal(await refusal('ModifyCommonBandwidthPackageSpec', resized), NOT_FOUND);
    const eip = { ...gone, IpInstanceId: 'eip-00000000000000000000' };
    assert.equal(await refusal('AddCommonBandwidthPackageIp', eip), NOT_FOUND);
    assert.equal(await refusal('RemoveCommonBandwidthPackageIp', eip), NOT_FOUND);
  });
});

describe('EIPs of a common bandwidth package', () => {
  test('they come and go, and a package with some is deleted by force alone', async () => {
    const id = await create();
    const named = { BandwidthPackageId: id };
    const allocated = await ok('AllocateEipAddress', { InternetChargeType: 'PayByBandwidth' });
    const IpInstanceId = String(allocated['AllocationId']);
    await ok('AddCommonBandwidthPackageIp', { ...named, IpInstanceId });
    const [shown] = await list(named);
    assert.deepEqual(shown?.['PublicIpAddresses'], {
      PublicIpAddresse: [
        {
          AllocationId: IpInstanceId,
          IpAddress: allocated['EipAddress'],
          BandwidthPackageIpRelationStatus: 'BINDED',
        },
      ],
    });
    assert.equal(
      await refusal('AddCommonBandwidthPackageIp', { ...named, IpInstanceId }),
      '400 IpInstanceId.AlreadyInBandwidthPackage',
    );
    const unknown = { ...named, IpInstanceId: 'eip-00000000000000000000' };
    assert.equal(
      await refusal('AddCommonBandwidthPackageIp', unknown),
      '404 InvalidIpInstanceId.NotFound',
    );
    assert.equal(
      await refusal('RemoveCommonBandwidthPackageIp', unknown),
      '400 InvalidIpInstanceId.Malformed',
    );
    assert.equal(
      await refusal('DeleteCommonBandwidthPackage', named),
      '400 DependencyViolation.Ips',
    );
    await ok('RemoveCommonBandwidthPackageIp', { ...named, IpInstanceId });
    assert.equal(
      await refusal('RemoveCommonBandwidthPackageIp', { ...named, IpInstanceId }),
      '400 OperationUnsupported.IpNotInCbwp',
    );
    await ok('AddCommonBandwidthPackageIp', { ...named, IpInstanceId });
    await ok('DeleteCommonBandwidthPackage', { ...named, Force: 'true' });
    const answer = await ok('DescribeEipAddresses', { AllocationId: IpInstanceId });
    const { EipAddress } = answer['EipAddresses'] as { readonly EipAddress: readonly Item[] };
    assert.equal(EipAddress[0]?.['InternetChargeType'], 'PayByBandwidth');
    await ok('ReleaseEipAddress', { AllocationId: IpInstanceId });
  });

  test('several come together, up to ten, all of them or none', async () => {
    const named = { BandwidthPackageId: await create() };
    const eips = await Promise.all(
      [1, 2].map(async () => String((await ok('AllocateEipAddress'))['AllocationId'])),
    );
    const some = (ids: readonly string[]) => ({
      ...named,
      ...Object.fromEntries(ids.map((id, at) => [`IpInstanceIds.${at + 1}`, id])),
    });
    const refused = (ids: readonly string[]) => refusal('AddCommonBandwidthPackageIps', some(ids));
    const unknown = 'eip-00000000000000000000';
    assert.equal(await refused([...eips, unknown]), '400 InvalidIpInstanceId.NotFound');
    assert.equal(await refused([]), '400 MissingParameter');
    const eleven = Array.from({ length: 11 }, () => eips[0] ?? '');
    assert.equal(await refused(eleven), '400 InvalidParameter');
    const gone = { ...some(eips), BandwidthPackageId: UNKNOWN };
    const notThere = await refusal('AddCommonBandwidthPackageIps', gone);
    assert.equal(notThere, '400 InvalidBandwidthPackageId.NotFound');
    await ok('AddCommonBandwidthPackageIps', some([...eips, ...eleven.slice(0, 8)]));
    const [shown = {}] = await list(named);
    const { PublicIpAddresse: members } = shown['PublicIpAddresses'] as {
      readonly PublicIpAddresse: readonly Item[];
    };
    assert.deepEqual(members.map(({ AllocationId }) => AllocationId).toSorted(), eips.toSorted());
    assert.equal(await refused(eips), '400 IpInstanceId.AlreadyInBandwidthPackage');
    await ok('DeleteCommonBandwidthPackage', { ...named, Force: 'true' });
    for (const id of eips) await ok('ReleaseEipAddress', { AllocationId: id });
  });
});
