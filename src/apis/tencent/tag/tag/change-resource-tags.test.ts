import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { rootAccount } from '#resources/account/accounts.ts';
import { startTestCloud } from '../../cloud.test-support.ts';

const cloud = await startTestCloud();
after(() => cloud.stop());

const tagApi = { service: 'tag', region: undefined };
const vpcApi = { service: 'vpc' };
const ok = (action: string, body: object) => cloud.ok(action, body, tagApi);
const refusal = (action: string, body: object) => cloud.refusal(action, body, tagApi);

const tags = [{ ResourceType: 'instance', Tags: [{ Key: 'born', Value: 'with' }] }];
const [web = '', db = ''] = await cloud.launch({ InstanceCount: 2, TagSpecification: tags });
const made = await cloud.ok('CreateVpc', { VpcName: 'net', CidrBlock: '10.0.0.0/16' }, vpcApi);
const vpc = (made['Vpc'] as { readonly VpcId: string }).VpcId;

const named = (id: string, pair = 'cvm/instance', region = 'ap-guangzhou') => {
  const [service, prefix] = pair.split('/');
  return `qcs::${service}:${region}:uin/:${prefix}/${id}`;
};
const pair = (TagKey: string, TagValue = '') => ({ TagKey, TagValue });

type Shown = Readonly<Record<'TagKey' | 'TagValue' | 'ResourceId', string>>;

async function shown(id: string, of = 'cvm/instance'): Promise<readonly string[]> {
  const [ServiceType, ResourcePrefix] = of.split('/');
  const answer = await ok('DescribeResourceTagsByResourceIds', {
    ServiceType,
    ResourcePrefix,
    ResourceIds: [id],
    ResourceRegion: 'ap-guangzhou',
    Limit: 1_000,
  });
  const list = answer['Tags'] as readonly Shown[];
  assert.ok(list.every(({ ResourceId }) => ResourceId === id));
  return list.map(({ TagKey, TagValue }) => `${TagKey}=${TagValue}`);
}

describe('ModifyResourceTags', () => {
  const modify = (body: object) => ok('ModifyResourceTags', { Resource: named(web), ...body });
  const refused = (body: object) =>
    refusal('ModifyResourceTags', { Resource: named(web), ...body });

  test('sets, changes and takes off tags at once; those of the creation among them', async () => {
    assert.deepEqual(await shown(web), ['born=with']);
    await modify({ ReplaceTags: [pair('born', 'again'), pair('env', 'test')] });
    assert.deepEqual(await shown(web), ['born=again', 'env=test']);
    const deleted = [{ TagKey: 'born' }, { TagKey: 'never' }];
    await modify({ ReplaceTags: [pair('a', '')], DeleteTags: deleted });
    assert.deepEqual(await shown(web), ['a=', 'env=test']);
    assert.deepEqual(await shown(db), ['born=with']);
    const [instance] = await cloud.show([web]);
    assert.deepEqual(instance?.['Tags'], [
      { Key: 'a', Value: '' },
      { Key: 'env', Value: 'test' },
    ]);
  });

  test('networks, subnets, groups and key pairs have tags as well', async () => {
    await ok('ModifyResourceTags', {
      Resource: named(vpc, 'vpc/vpc'),
      ReplaceTags: [{ ...pair('net', 'a'), Category: 'Custom' }],
    });
    assert.deepEqual(await shown(vpc, 'vpc/vpc'), ['net=a']);
    const zone = { Zone: 'ap-guangzhou-3', CidrBlock: '10.0.1.0/24', SubnetName: 's' };
    const subnet = await cloud.ok('CreateSubnet', { VpcId: vpc, ...zone }, vpcApi);
    const group = { GroupName: 'g', GroupDescription: 'd' };
    const sg = await cloud.ok('CreateSecurityGroup', group, vpcApi);
    const key = await cloud.ok('CreateKeyPair', { KeyName: 'k', ProjectId: 0 });
    const ids = [
      ['vpc/subnet', (subnet['Subnet'] as { SubnetId: string }).SubnetId],
      ['cvm/sg', (sg['SecurityGroup'] as { SecurityGroupId: string }).SecurityGroupId],
      ['cvm/keypair', (key['KeyPair'] as { KeyId: string }).KeyId],
    ] as const;
    for (const [of, id] of ids) {
      await ok('ModifyResourceTags', { Resource: named(id, of), ReplaceTags: [pair('of', of)] });
      assert.deepEqual(await shown(id, of), [`of=${of}`]);
    }
  });

  test('the account may be named or left out; whatever else is wrong is told', async () => {
    const name = named(web);
    const body = { ReplaceTags: [pair('env', 'test')] };
    const code = 'InvalidParameterValue.ResourceDescriptionError';
    const own = name.replace('uin/', `uin/${rootAccount}`);
    for (const Resource of [own, name.replace('uin/', '')]) await modify({ Resource, ...body });
    const bad = [
      'x',
      name.replace('qcs', 'acs'),
      name.replace('qcs::', 'qcs:id/0:'),
      name.replace('uin/', 'uin/1'),
      name.replace('ap-guangzhou', ''),
      name.replace('ap-guangzhou', 'ap-nowhere'),
      name.replace('ap-guangzhou', 'ap-shanghai'),
      name.replace(':cvm:', ':cos:'),
      name.replace(':cvm:', ':toString:'),
      name.replace('instance/', 'bucket/'),
      name.replace('instance/', 'constructor/'),
      name.replace('cvm', 'vpc').replace('instance/', 'eip/').replace('ins-', 'eip-'),
      name.replace(web, 'ins-zzzzzzzz'),
      name.replace(web, 'ins-1'),
      name.replace(web, vpc),
      `${name}/x`,
      `${name}:x`,
    ];
    for (const Resource of bad) assert.equal(await refused({ Resource, ...body }), code, Resource);
  });

  test('one of the lists is there, is not empty and has at most ten', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => pair(`k${at}`));
    assert.equal(await refused({}), 'InvalidParameter.Tag');
    assert.equal(await refused({ ReplaceTags: [] }), 'InvalidParameter.Tag');
    assert.equal(await refused({ DeleteTags: [] }), 'InvalidParameter.Tag');
    assert.equal(await refused({ ReplaceTags: many(11) }), 'InvalidParameter.Tag');
    await modify({ ReplaceTags: many(10), DeleteTags: [] });
    const keys = many(10).map(({ TagKey }) => ({ TagKey }));
    const eleven = [...keys, { TagKey: 'x' }];
    assert.equal(await refused({ DeleteTags: eleven }), 'InvalidParameter.Tag');
    await modify({ DeleteTags: keys });
  });

  test('keys and values are as the pages say', async () => {
    const codes: ReadonlyArray<readonly [string, string, string]> = [
      ['', '', 'InvalidParameterValue.TagKeyEmpty'],
      ['k'.repeat(128), '', 'InvalidParameterValue.TagKeyLengthExceeded'],
      ['k*', '', 'InvalidParameterValue.TagKeyCharacterIllegal'],
      ['qcs:k', '', 'InvalidParameter.ReservedTagKey'],
      ['k', 'v'.repeat(256), 'InvalidParameterValue.TagValueLengthExceeded'],
      ['k', 'v*', 'InvalidParameterValue.TagValueCharacterIllegal'],
    ];
    for (const [key, value, code] of codes) {
      assert.equal(await refused({ ReplaceTags: [pair(key, value)] }), code);
      if (value === '') assert.equal(await refused({ DeleteTags: [{ TagKey: key }] }), code);
    }
    await modify({ ReplaceTags: [pair('k'.repeat(127), 'v'.repeat(255))] });
    const twice = { ReplaceTags: [pair('k'), pair('k')] };
    assert.equal(await refused(twice), 'InvalidParameter.Tag');
    const both = { ReplaceTags: [pair('k')], DeleteTags: [{ TagKey: 'k' }] };
    assert.equal(await refused(both), 'InvalidParameterValue.DeleteTagsParamError');
    const system = { ReplaceTags: [{ ...pair('k'), Category: 'System' }] };
    assert.equal(await refused(system), 'InvalidParameterValue');
  });

  test('a resource has fifty tags, and not one more', async () => {
    const [full = ''] = await cloud.launch();
    const change = (body: object) => ({ Resource: named(full), ...body });
    for (let ten = 0; ten < 5; ten += 1) {
      const those = Array.from({ length: 10 }, (_, at) => pair(`k${ten * 10 + at}`));
      await modify(change({ ReplaceTags: those }));
    }
    const more = change({ ReplaceTags: [pair('more')] });
    assert.equal(await refused(more), 'LimitExceeded.ResourceAttachedTags');
    await modify(change({ ReplaceTags: [pair('k0', 'new')] }));
    await modify(change({ ReplaceTags: [pair('more')], DeleteTags: [{ TagKey: 'k0' }] }));
    assert.equal((await shown(full)).length, 50);
  });
});

describe('TagResources and UnTagResources', () => {
  test('each resource is done for itself; what could not be is answered', async () => {
    const gone = named('ins-zzzzzzzz');
    const ResourceList = [named(web), gone, named(db), named(vpc, 'vpc/vpc'), named(web)];
    const tagged = await ok('TagResources', { ResourceList, Tags: [pair('team', 'x')] });
    const code = 'InvalidParameterValue.ResourceDescriptionError';
    const codes = (answer: object) =>
      (
        answer as { readonly FailedResources: ReadonlyArray<Record<string, string>> }
      ).FailedResources.map(({ Resource, Code, Message }) => {
        assert.ok(Message);
        return [Resource, Code];
      });
    assert.deepEqual(codes(tagged), [[gone, code]]);
    for (const [id, of] of [[web], [db], [vpc, 'vpc/vpc']] as const) {
      assert.ok((await shown(id, of)).includes('team=x'));
    }
    const body = { ResourceList, TagKeys: ['team', 'never'] };
    assert.deepEqual(codes(await ok('UnTagResources', body)), [[gone, code]]);
    assert.ok(!(await shown(web)).includes('team=x'));
    const unsupported = { ResourceList: [named('x', 'cos/bucket')], Tags: [pair('a', 'v')] };
    assert.deepEqual(codes(await ok('TagResources', unsupported)), [
      [unsupported.ResourceList[0], 'InvalidParameter.UnsupportedService'],
    ]);
  });

  test('up to ten resources and ten tags', async () => {
    const eleven = Array.from({ length: 11 }, (_, at) => `k${at}`);
    const ResourceList = eleven.map(() => named(web));
    const Tags = eleven.map((key) => pair(key, 'v'));
    const ten = ResourceList.slice(1);
    const tooManyResources = 'LimitExceeded.ResourceNumPerRequest';
    const tooManyTags = 'LimitExceeded.TagNumPerRequest';
    const one = { Tags: [pair('a', 'v')], TagKeys: ['a'] };
    for (const [action, field, all] of [
      ['TagResources', 'Tags', Tags],
      ['UnTagResources', 'TagKeys', eleven],
    ] as const) {
      const few = { [field]: one[field] };
      assert.equal(await refusal(action, { ResourceList, ...few }), tooManyResources);
      assert.equal(await refusal(action, { ResourceList: ten, [field]: all }), tooManyTags);
      assert.equal(await refusal(action, { ResourceList: ten }), 'MissingParameter');
      assert.equal(
        await refusal(action, { ResourceList: ten, [field]: [] }),
        'InvalidParameter.Tag',
      );
      await ok(action, { ResourceList: ten, [field]: all.slice(1) });
    }
  });

  test('keys and values are as the pages say', async () => {
    const ResourceList = [named(web)];
    const set = (...Tags: object[]) => refusal('TagResources', { ResourceList, Tags });
    const off = (...TagKeys: string[]) => refusal('UnTagResources', { ResourceList, TagKeys });
    const codes = [
      ['', 'InvalidParameterValue.TagKeyEmpty'],
      ['k'.repeat(128), 'InvalidParameterValue.TagKeyLengthExceeded'],
      ['*', 'InvalidParameterValue.TagKeyCharacterIllegal'],
      ['qcs:', 'InvalidParameter.ReservedTagKey'],
    ] as const;
    for (const [key, code] of codes) {
      assert.equal(await set(pair(key, 'v')), code);
      assert.equal(await off(key), code);
    }
    assert.equal(
      await set(pair('a', '1'), pair('a', '2')),
      'InvalidParameterValue.TagKeyDuplicate',
    );
    assert.equal(await off('a', 'a'), 'InvalidParameterValue.TagKeyDuplicate');
    assert.equal(await set(pair('a')), 'InvalidParameterValue.TagValueEmpty');
    const long = 'InvalidParameterValue.TagValueLengthExceeded';
    assert.equal(await set(pair('a', 'v'.repeat(256))), long);
    assert.equal(await set(pair('a', '*')), 'InvalidParameterValue.TagValueCharacterIllegal');
  });
});

describe('DescribeResourceTagsByResourceIds', () => {
  const of = { ServiceType: 'cvm', ResourcePrefix: 'instance', ResourceRegion: 'ap-guangzhou' };
  const list = (body: object) => ok('DescribeResourceTagsByResourceIds', { ...of, ...body });
  const refused = (body: object) =>
    refusal('DescribeResourceTagsByResourceIds', { ...of, ResourceIds: [web], ...body });

  test('shows each tag with its sums, in pages', async () => {
    const [one = '', other = ''] = await cloud.launch({ InstanceCount: 2, TagSpecification: tags });
    const ResourceIds = [one, other, 'ins-zzzzzzzz'];
    const md5 = (text: string) => createHash('md5').update(text).digest('hex');
    const answer = await list({ ResourceIds });
    assert.deepEqual(
      [answer['TotalCount'], answer['Offset'], answer['Limit']],
      [2, 0, 15],
      '15 to a page where nothing is said',
    );
    assert.deepEqual(
      answer['Tags'],
      [one, other].toSorted().map((ResourceId) => ({
        TagKey: 'born',
        TagValue: 'with',
        ResourceId,
        TagKeyMd5: md5('born'),
        TagValueMd5: md5('with'),
        ServiceType: 'cvm',
        Category: 'Custom',
      })),
    );
    const second = await list({ ResourceIds, Offset: 1, Limit: 1 });
    assert.equal(second['TotalCount'], 2);
    assert.deepEqual(second['Tags'], (answer['Tags'] as unknown[]).slice(1));
    assert.deepEqual((await list({ ResourceIds, Category: 'System' }))['Tags'], []);
    assert.equal((await list({ ResourceIds, Category: 'Custom' }))['TotalCount'], 2);
    const elsewhere = await list({ ResourceIds, ResourceRegion: 'ap-shanghai' });
    assert.equal(elsewhere['TotalCount'], 0);
  });

  test('refuses in the codes of its page', async () => {
    const value = 'InvalidParameterValue';
    assert.equal(await refused({ ServiceType: 'cos' }), `${value}.ServiceTypeInvalid`);
    assert.equal(await refused({ ResourcePrefix: 'x' }), `${value}.ResourcePrefixInvalid`);
    assert.equal(await refused({ ResourceRegion: '' }), `${value}.RegionInvalid`);
    assert.equal(await refused({ ResourceRegion: 'x' }), `${value}.RegionInvalid`);
    assert.equal(await refused({ ResourceIds: ['x'] }), `${value}.ResourceIdInvalid`);
    assert.equal(await refused({ ResourceIds: [] }), `${value}.ResourceIdInvalid`);
    const fifty = Array.from({ length: 50 }, () => web);
    await list({ ResourceIds: fifty });
    const tooMany = await refused({ ResourceIds: [...fifty, web] });
    assert.equal(tooMany, `${value}.ResourceIdInvalid`);
    assert.equal(await refused({ Offset: 1, Limit: 2 }), value);
    assert.equal(await refused({ Limit: 0 }), value);
    assert.equal(await refused({ Limit: 1_001 }), value);
    await list({ ResourceIds: [web], Limit: 1_000 });
    assert.equal(await refused({ Category: 'x' }), value);
    assert.equal(await refused({ ResourceRegion: undefined }), 'MissingParameter');
  });
});
