import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Answer, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const vpc = { service: 'vpc' } as const;
const ok = (action: string, body: object = {}): Promise<Answer> => cloud.ok(action, body, vpc);
const refusal = (action: string, body: object): Promise<string> => cloud.refusal(action, body, vpc);

async function create(body: object = {}): Promise<string> {
  return (await ok('CreateBandwidthPackage', body))['BandwidthPackageId'] as string;
}
const notCreated = (body: object) => refusal('CreateBandwidthPackage', body);

type Shown = Readonly<Record<string, unknown>>;
async function list(body: object): Promise<readonly Shown[]> {
  const answer = await ok('DescribeBandwidthPackages', body);
  return answer['BandwidthPackageSet'] as readonly Shown[];
}
async function one(id: string): Promise<Shown> {
  const [shown] = await list({ BandwidthPackageIds: [id] });
  assert.ok(shown);
  return shown;
}
const remove = (BandwidthPackageId: string) => ok('DeleteBandwidthPackage', { BandwidthPackageId });
const UNKNOWN = 'bwp-00000000';
const NOT_FOUND = 'InvalidParameterValue.BandwidthPackageNotFound';
const MALFORMED = 'InvalidParameterValue.BandwidthPackageIdMalformed';
const RANGE = 'InvalidParameterValue.Range';
const COMBINATION = 'InvalidParameterValue.Combination';

describe('CreateBandwidthPackage', () => {
  test('without parameters it has the defaults of the page', async () => {
    const id = await create();
    const { CreatedTime, ...shown } = await one(id);
    assert.match(String(CreatedTime), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.deepEqual(shown, {
      BandwidthPackageId: id,
      NetworkType: 'BGP',
      ChargeType: 'ENHANCED95_POSTPAID_BY_MONTH',
      BandwidthPackageName: '',
      Status: 'CREATED',
      ResourceSet: [],
      Bandwidth: 0,
      Egress: 'center_egress1',
      Deadline: null,
    });
    await remove(id);
    assert.deepEqual(await list({ BandwidthPackageIds: [id] }), []);
  });

  test('several at once, paid in advance, with tags', async () => {
    const answer = await ok('CreateBandwidthPackage', {
      BandwidthPackageCount: 2,
      ChargeType: 'FIXED_PREPAID_BY_MONTH',
      InternetMaxBandwidth: 100,
      TimeSpan: 60,
      BandwidthPackageName: 'shared-1',
      Egress: 'center_egress2',
      Tags: [{ Key: 'team', Value: 'net' }],
    });
    const ids = answer['BandwidthPackageIds'] as readonly string[];
    assert.equal(ids.length, 2);
    assert.equal(answer['BandwidthPackageId'], ids[0]);
    const tagged = await list({ Filters: [{ Name: 'tag:team', Values: ['net'] }] });
    assert.deepEqual(tagged.map((it) => it['BandwidthPackageId']).toSorted(), ids.toSorted());
    assert.equal(tagged[0]?.['Deadline'], '2031-01-02T03:04:05Z');
    assert.equal(tagged[0]?.['Egress'], 'center_egress2');
    for (const id of ids) await remove(id);
  });

  test('bandwidth has the bounds of the charge type, which has a line', async () => {
    const daily = { ChargeType: 'BANDWIDTH_POSTPAID_BY_DAY' };
    assert.equal(await notCreated({ ...daily, InternetMaxBandwidth: 49 }), RANGE);
    assert.equal(await notCreated({ ...daily, InternetMaxBandwidth: 301 }), RANGE);
    for (const mbps of [50, 300, -1]) {
      const id = await create({ ...daily, InternetMaxBandwidth: mbps });
      assert.equal((await one(id))['Bandwidth'], mbps);
      await remove(id);
    }
    assert.equal(await notCreated({ ...daily, NetworkType: 'SINGLEISP_CMCC' }), COMBINATION);
    const peak = { ChargeType: 'PEAK_BANDWIDTH_POSTPAID_BY_DAY' };
    assert.equal(await notCreated(peak), COMBINATION);
    await remove(await create({ ...peak, NetworkType: 'SINGLEISP_CTCC' }));
    const ahead = { ChargeType: 'FIXED_PREPAID_BY_MONTH', InternetMaxBandwidth: 100 };
    assert.equal(await notCreated(ahead), COMBINATION);
    assert.equal(await notCreated({ ...ahead, TimeSpan: 61 }), RANGE);
    assert.equal(await notCreated({ ...ahead, TimeSpan: 0 }), RANGE);
    assert.equal(await notCreated({ ...ahead, TimeSpan: 1, InternetMaxBandwidth: -1 }), RANGE);
    assert.equal(await notCreated({ TimeSpan: 1 }), COMBINATION);
    assert.equal(await notCreated({ BandwidthPackageCount: 21 }), RANGE);
    assert.equal(await notCreated({ BandwidthPackageName: 'x'.repeat(61) }), RANGE);
    assert.equal(await notCreated({ DesignatedZone: 'ap-guangzhou-3' }), 'UnsupportedOperation');
  });

  test('the quota of the region is counted', async () => {
    const quota = async () =>
      ((await ok('DescribeBandwidthPackageQuota'))['QuotaSet'] as readonly Shown[])[0];
    const empty = { QuotaId: 'TOTAL_BANDWIDTHPKG_QUOTA', QuotaGroup: '', QuotaLimit: 20 };
    assert.deepEqual(await quota(), { ...empty, QuotaCurrent: 0 });
    const answer = await ok('CreateBandwidthPackage', { BandwidthPackageCount: 20 });
    assert.deepEqual(await quota(), { ...empty, QuotaCurrent: 20 });
    assert.equal(await notCreated({}), 'LimitExceeded.BandwidthPackageQuota');
    for (const id of answer['BandwidthPackageIds'] as readonly string[]) await remove(id);
    assert.deepEqual(await quota(), { ...empty, QuotaCurrent: 0 });
  });
});

describe('a bandwidth package', () => {
  test('is found by its filters', async () => {
    const ids = [
      await create({ BandwidthPackageName: 'a', NetworkType: 'SINGLEISP_CUCC' }),
      await create({ BandwidthPackageName: 'b', ChargeType: 'TOP5_POSTPAID_BY_MONTH' }),
    ];
    const found = async (Name: string, ...Values: readonly string[]) =>
      (await list({ Filters: [{ Name, Values }] })).map((it) => it['BandwidthPackageName']);
    assert.deepEqual(await found('bandwidth-package-name', 'a'), ['a']);
    assert.deepEqual(await found('network-type', 'BGP'), ['b']);
    assert.deepEqual(await found('network-type', 'BGP', 'SINGLEISP_CUCC'), ['b', 'a']);
    assert.deepEqual(await found('charge-type', 'TOP5_POSTPAID_BY_MONTH'), ['b']);
    assert.deepEqual(await found('bandwidth-package-id', ids[0] ?? ''), ['a']);
    assert.equal(
      await refusal('DescribeBandwidthPackages', { Filters: [{ Name: 'x', Values: ['y'] }] }),
      'InvalidParameter.InvalidFilter',
    );
    assert.equal(
      await refusal('DescribeBandwidthPackages', { BandwidthPackageIds: ['bwp'] }),
      MALFORMED,
    );
    for (const id of ids) await remove(id);
  });

  test('its name, its charge type and its bandwidth change', async () => {
    const id = await create({ InternetMaxBandwidth: 300 });
    const named = { BandwidthPackageId: id };
    await ok('ModifyBandwidthPackageAttribute', { ...named, BandwidthPackageName: 'new' });
    await ok('ModifyBandwidthPackageBandwidth', { ...named, InternetMaxBandwidth: 1_000 });
    const top = { ...named, ChargeType: 'TOP5_POSTPAID_BY_MONTH' };
    await ok('ModifyBandwidthPackageAttribute', top);
    const shown = await one(id);
    assert.deepEqual(
      [shown['BandwidthPackageName'], shown['Bandwidth'], shown['ChargeType']],
      ['new', 1_000, 'TOP5_POSTPAID_BY_MONTH'],
    );
    const changed = (more: object) =>
      refusal('ModifyBandwidthPackageAttribute', { ...named, ...more });
    const CHARGE = 'InvalidParameterValue.InvalidBandwidthPackageChargeType';
    assert.equal(await changed({ ChargeType: 'FIXED_PREPAID_BY_MONTH' }), CHARGE);
    assert.equal(await changed({ ChargeType: 'PEAK_BANDWIDTH_POSTPAID_BY_DAY' }), CHARGE);
    assert.equal(await changed({}), 'MissingParameter');
    assert.equal(await changed({ BandwidthPackageName: '' }), 'InvalidParameterValue.Illegal');
    assert.equal(
      await refusal('ModifyBandwidthPackageBandwidth', { ...named, InternetMaxBandwidth: 0 }),
      RANGE,
    );
    await remove(id);
  });

  test('is tagged under both names that clients have for it', async () => {
    const id = await create();
    for (const prefix of ['bandwidthPackage', 'bwp']) {
      const Resource = `qcs::vpc:ap-guangzhou:uin/:${prefix}/${id}`;
      const ReplaceTags = [{ TagKey: prefix, TagValue: 'yes' }];
      await cloud.ok('ModifyResourceTags', { Resource, ReplaceTags }, { service: 'tag' });
      const found = await list({ Filters: [{ Name: `tag:${prefix}`, Values: ['yes'] }] });
      assert.deepEqual(
        found.map((it) => it['BandwidthPackageId']),
        [id],
      );
    }
    await remove(id);
  });

  test('the range of its bandwidth is told, and what is not there is refused', async () => {
    const id = await create();
    const of = { BandwidthPackageIds: [id] };
    const told = await ok('DescribeBandwidthPackageBandwidthRange', of);
    assert.deepEqual(told['BandwidthRangeSet'], [
      { ResourceId: id, BandwidthLowerLimit: 300, BandwidthUpperLimit: 5_000 },
    ]);
    await remove(id);
    assert.equal(await refusal('DescribeBandwidthPackageBandwidthRange', of), NOT_FOUND);
    const many = { BandwidthPackageIds: Array.from({ length: 21 }, () => UNKNOWN) };
    assert.equal(
      await refusal('DescribeBandwidthPackageBandwidthRange', many),
      'InvalidParameterValue.LimitExceeded',
    );
    for (const [action, more] of [
      ['DeleteBandwidthPackage', {}],
      ['ModifyBandwidthPackageAttribute', { BandwidthPackageName: 'x' }],
      ['ModifyBandwidthPackageBandwidth', { InternetMaxBandwidth: -1 }],
    ] as const) {
      assert.equal(await refusal(action, { BandwidthPackageId: UNKNOWN, ...more }), NOT_FOUND);
      assert.equal(await refusal(action, { BandwidthPackageId: 'bwp-1', ...more }), MALFORMED);
    }
  });
});
