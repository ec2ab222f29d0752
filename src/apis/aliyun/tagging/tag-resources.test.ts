import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { startTestCloud, VPC_VERSION, type GivenParameters } from '../cloud.test-support.ts';

const cloud = await startTestCloud();
after(() => cloud.stop());

const vpcApi = { version: VPC_VERSION };
const { vpc, vSwitch, group } = await cloud.network();
const inside = { VSwitchId: vSwitch, SecurityGroupId: group };
const born = { 'Tag.1.Key': 'born', 'Tag.1.Value': 'with' };
const [web = '', db = ''] = await cloud.launch({ ...inside, Amount: 2, ...born });

/** ResourceId.1, .2 and so on. */
const many = (name: string, values: readonly string[]): GivenParameters =>
  Object.fromEntries(values.map((value, at) => [`${name}.${at + 1}`, value]));
const tagged = (tags: Readonly<Record<string, string>>): GivenParameters =>
  Object.fromEntries(
    Object.entries(tags).flatMap(([key, value], at) => [
      [`Tag.${at + 1}.Key`, key],
      [`Tag.${at + 1}.Value`, value],
    ]),
  );
const instances = (...ids: string[]) => ({
  ResourceType: 'instance',
  ...many('ResourceId', ids),
});

interface TagShown {
  readonly ResourceId: string;
  readonly ResourceType: string;
  readonly TagKey: string;
  readonly TagValue: string;
}
interface Listed {
  readonly NextToken: string;
  readonly TagResources: { readonly TagResource: readonly TagShown[] };
}

async function list(parameters: GivenParameters, options = {}): Promise<Listed> {
  return (await cloud.ok('ListTagResources', parameters, options)) as unknown as Listed;
}
async function shown(parameters: GivenParameters, options = {}): Promise<readonly string[]> {
  const { TagResources } = await list(parameters, options);
  return TagResources.TagResource.map(({ TagKey, TagValue }) => `${TagKey}=${TagValue}`);
}
const ecsOf = (action: string, base: GivenParameters) => ({
  ok: (more: GivenParameters) => cloud.ok(action, { ...base, ...more }),
  refusal: (more: GivenParameters) => cloud.refusal(action, { ...base, ...more }),
});

describe('TagResources of ECS', () => {
  const tag = ecsOf('TagResources', instances(web));

  test('sets tags of all resources, those of the creation among them', async () => {
    assert.deepEqual(await shown(instances(web)), ['born=with']);
    await tag.ok({ ...instances(web, db), ...tagged({ born: 'again', env: '' }) });
    for (const id of [web, db]) {
      assert.deepEqual(await shown(instances(id)), ['born=again', 'env=']);
    }
    const { Tags } = await cloud.showOne(web);
    assert.deepEqual(Tags, {
      Tag: [
        { TagKey: 'born', TagValue: 'again' },
        { TagKey: 'env', TagValue: '' },
      ],
    });
    await tag.ok({ 'Tag.1.Key': 'alone' });
    assert.deepEqual(await shown(instances(web)), ['alone=', 'born=again', 'env=']);
  });

  test('security groups by id, key pairs by name or id', async () => {
    const made = await cloud.ok('CreateKeyPair', { KeyPairName: 'mine', ...tagged({ a: '1' }) });
    const pairs = { ResourceType: 'keypair', 'ResourceId.1': 'mine' };
    assert.deepEqual(await shown(pairs), ['a=1']);
    await tag.ok({ ...pairs, ...tagged({ b: '2' }) });
    await tag.ok({ ...pairs, 'ResourceId.1': String(made['KeyPairId']), ...tagged({ c: '3' }) });
    const { TagResources } = await list({ ResourceType: 'keypair', 'Tag.1.Key': 'c' });
    assert.deepEqual(TagResources.TagResource, [
      { ResourceId: 'mine', ResourceType: 'keypair', TagKey: 'c', TagValue: '3' },
    ]);
    const groups = { ResourceType: 'securitygroup', 'ResourceId.1': group };
    await tag.ok({ ...groups, ...tagged({ g: 'x' }) });
    assert.deepEqual(await shown(groups), ['g=x']);
  });

  test('one that is not there leaves the others as they are', async () => {
    const code = '404 InvalidResourceId.NotFound';
    const tags = tagged({ never: '' });
    for (const id of ['i-x', group, db.replace(/.$/, '!')]) {
      assert.equal(await tag.refusal({ ...instances(web, id), ...tags }), code);
    }
    const away = await cloud.refusal(
      'TagResources',
      { ...instances(web), ...tags },
      { region: 'cn-shanghai' },
    );
    assert.equal(away, code);
    assert.ok(!(await shown(instances(web))).includes('never='));
    const none = { ResourceType: 'launchtemplate', 'ResourceId.1': 'lt-1', ...tags };
    assert.equal(await tag.refusal(none), code);
    assert.equal(await tag.refusal({ ...none, ResourceType: 'volume' }), code);
    const type = '404 InvalidResourceType.NotFound';
    assert.equal(await tag.refusal({ ResourceType: 'Instance', ...tags }), type);
    assert.equal(await tag.refusal({ ResourceType: 'toString', ...tags }), type);
  });

  test('what is missing or too much is told', async () => {
    const tags = tagged({ a: '' });
    const refused = (more: GivenParameters) => cloud.refusal('TagResources', more);
    const ids = many('ResourceId', [web]);
    assert.equal(await refused({ ...ids, ...tags }), '404 MissingParameter.ResourceType');
    const typed = { ResourceType: 'instance', ...tags };
    assert.equal(await refused(typed), '404 MissingParameter.ResourceIds');
    assert.equal(await refused(instances(web)), '404 MissingParameter.Tags');
    const fifty = Array.from({ length: 50 }, () => web);
    await tag.ok({ ...instances(...fifty), ...tags });
    const tooMany = await tag.refusal({ ...instances(...fifty, web), ...tags });
    assert.equal(tooMany, '400 NumberExceed.ResourceIds');
    const keys = Array.from({ length: 21 }, (_, at) => [`k${at}`, ''] as const);
    const twentyOne = tagged(Object.fromEntries(keys));
    assert.equal(await tag.refusal(twentyOne), '400 NumberExceed.Tags');
    const twice = { 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' };
    assert.equal(await tag.refusal(twice), '400 Duplicate.TagKey');
    for (const key of ['acs:x', 'aliyunx', 'http://x', 'k'.repeat(129)]) {
      assert.equal(await tag.refusal(tagged({ [key]: '' })), '400 InvalidTagKey.Malformed', key);
    }
    assert.equal(await tag.refusal({ 'Tag.1.Value': 'x' }), '400 InvalidTagKey.Malformed');
    const value = tagged({ a: 'v'.repeat(129) });
    assert.equal(await tag.refusal(value), '400 InvalidTagValue.Malformed');
    await tag.ok(tagged({ ['k'.repeat(128)]: 'v'.repeat(128) }));
  });

  test('a resource has twenty', async () => {
    const [full = ''] = await cloud.launch(inside);
    const keys = Array.from({ length: 20 }, (_, at) => [`k${at}`, ''] as const);
    await tag.ok({ ...instances(full), ...tagged(Object.fromEntries(keys)) });
    const more = { ...instances(full), ...tagged({ more: '' }) };
    assert.equal(await tag.refusal(more), '403 QuotaExceed.Tags');
    await tag.ok({ ...instances(full), ...tagged({ k0: 'new' }) });
  });
});

describe('UntagResources of ECS', () => {
  const untag = ecsOf('UntagResources', instances(web, db));
  const set = (tags: Readonly<Record<string, string>>) =>
    cloud.ok('TagResources', { ...instances(web, db), ...tagged(tags) });

  test('takes off keys, or all where none is named', async () => {
    await untag.ok({ All: true });
    await set({ a: '1', b: '2', c: '3' });
    await untag.ok({ ...many('TagKey', ['a', 'never']), All: true });
    assert.deepEqual(await shown(instances(db)), ['b=2', 'c=3']);
    await untag.ok({ All: true });
    assert.deepEqual(await shown(instances(web)), []);
  });

  test('names what is wrong', async () => {
    assert.equal(await untag.refusal({}), '404 MissingParameter.Tags');
    assert.equal(await untag.refusal({ All: false }), '404 MissingParameter.Tags');
    const keys = Array.from({ length: 21 }, (_, at) => `k${at}`);
    assert.equal(await untag.refusal(many('TagKey', keys)), '400 NumberExceed.Tags');
    await untag.ok(many('TagKey', keys.slice(1)));
    const gone = { ...instances(web, 'i-x'), All: true };
    assert.equal(await untag.refusal(gone), '404 InvalidResourceId.NotFound');
    const type = await untag.refusal({ ResourceType: 'x', All: true });
    assert.equal(type, '404 InvalidResourceType.NotFound');
  });
});

describe('ListTagResources of ECS', () => {
  const asked = ecsOf('ListTagResources', { ResourceType: 'instance' });
  const by = (more: GivenParameters) => shown({ ResourceType: 'instance', ...more });

  test('finds by ids, by tags, by both and by parts of them', async () => {
    await cloud.ok('UntagResources', { ...instances(web, db), All: true });
    await cloud.ok('TagResources', { ...instances(web), ...tagged({ env: 'test', team: 'a' }) });
    await cloud.ok('TagResources', { ...instances(db), ...tagged({ env: 'prod', owner: 'b' }) });
    const both = many('ResourceId', [web, db]);
    assert.deepEqual(await by(both), ['env=prod', 'env=test', 'owner=b', 'team=a']);
    assert.deepEqual(await by({ 'Tag.1.Key': 'env' }), ['env=prod', 'env=test']);
    assert.deepEqual(await by(tagged({ env: 'test', team: 'a' })), ['env=test', 'team=a']);
    assert.deepEqual(await by(tagged({ env: 'test', owner: 'b' })), []);
    assert.deepEqual(await by({ ...both, ...tagged({ owner: 'b' }) }), ['owner=b']);
    assert.deepEqual(await by({ 'TagFilter.1.TagKey': '*e*m*' }), ['team=a']);
    assert.deepEqual(await by({ 'TagFilter.1.TagKey': 'env' }), ['env=prod', 'env=test']);
    const values = { 'TagFilter.1.TagKey': 'env', ...many('TagFilter.1.TagValues', ['p*', 'x']) };
    assert.deepEqual(await by(values), ['env=prod']);
    assert.deepEqual(await by({ ...values, 'TagFilter.2.TagKey': 'ow*' }), ['env=prod', 'owner=b']);
    const elsewhere = await shown(
      { ResourceType: 'instance', 'Tag.1.Key': 'env' },
      { region: 'cn-shanghai' },
    );
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(await shown({ ResourceType: 'volume', 'Tag.1.Key': 'env' }), []);
  });

  test('goes on by NextToken', async () => {
    const ids = await cloud.launch({ ...inside, Amount: 51, ...tagged({ page: '' }) });
    const first = await list({ ResourceType: 'instance', 'Tag.1.Key': 'page' });
    assert.equal(first.TagResources.TagResource.length, 50);
    const more = { ResourceType: 'instance', 'Tag.1.Key': 'page', NextToken: first.NextToken };
    const second = await list(more);
    assert.equal(second.NextToken, '');
    const all = [...first.TagResources.TagResource, ...second.TagResources.TagResource];
    assert.deepEqual(all.map(({ ResourceId }) => ResourceId).toSorted(), [...ids].toSorted());
    for (const token of ['x', `${first.NextToken}x`, first.NextToken.slice(1)]) {
      assert.equal(await asked.refusal({ ...more, NextToken: token }), '403 Invalid.NextToken');
    }
  });

  test('names what is wrong', async () => {
    assert.equal(await asked.refusal({}), '403 BothEmpty.TagsAndResources');
    const two = { 'Tag.1.Key': 'a', 'TagFilter.1.TagKey': 'a' };
    assert.equal(await asked.refusal(two), '400 InvalidTags.MalFormed');
    const vague = { 'TagFilter.1.TagKey': 'a*', 'TagFilter.1.TagValues.1': 'a' };
    assert.equal(await asked.refusal(vague), '403 InvalidTagFilter.Malformed');
    const keyless = { 'TagFilter.1.TagValues.1': 'a' };
    assert.equal(await asked.refusal(keyless), '403 InvalidTagFilter.Malformed');
    const values = many('TagFilter.1.TagValues', ['1', '2', '3', '4', '5', '6']);
    const six = { 'TagFilter.1.TagKey': 'a', ...values };
    assert.equal(await asked.refusal(six), '403 NumberExceed.TagValues');
    const filters = Object.fromEntries(
      Array.from({ length: 6 }, (_, at) => [`TagFilter.${at + 1}.TagKey`, `k${at}`]),
    );
    assert.equal(await asked.refusal(filters), '400 InvalidTagCount');
    assert.equal(await asked.refusal({ 'Tag.1.Value': 'a' }), '400 InvalidTag.Mismatch');
    assert.equal(await asked.refusal(instances('i-x')), '404 InvalidResourceId.NotFound');
    const type = await asked.refusal({ ResourceType: 'x', 'Tag.1.Key': 'a' });
    assert.equal(type, '404 InvalidResourceType.NotFound');
    const untyped = await cloud.refusal('ListTagResources', { 'Tag.1.Key': 'a' });
    assert.equal(untyped, '404 MissingParameter.ResourceType');
  });
});

describe('TagResources, UnTagResources and ListTagResources of VPC', () => {
  const net = { ResourceType: 'VPC', 'ResourceId.1': vpc };
  const ok = (action: string, more: GivenParameters) => cloud.ok(action, more, vpcApi);
  const refusal = (action: string, more: GivenParameters) => cloud.refusal(action, more, vpcApi);

  test('networks and vSwitches, whose type is written in any case', async () => {
    await ok('TagResources', { ...net, ...tagged({ a: '1', b: '2' }) });
    const vsw = { ResourceType: 'vswitch', 'ResourceId.1': vSwitch };
    await ok('TagResources', { ...vsw, ...tagged({ s: '' }) });
    assert.deepEqual(await shown(net, vpcApi), ['a=1', 'b=2']);
    const answer = await list({ ResourceType: 'VSwitch', 'Tag.1.Key': 's' }, vpcApi);
    assert.deepEqual(answer.TagResources.TagResource, [
      { ResourceId: vSwitch, ResourceType: 'VSWITCH', TagKey: 's', TagValue: '' },
    ]);
    const first = await list({ ...net, MaxResults: 1 }, vpcApi);
    assert.equal(first.TagResources.TagResource.length, 1);
    const second = await shown({ ...net, MaxResults: 1, NextToken: first.NextToken }, vpcApi);
    assert.deepEqual(second, ['b=2']);
    await ok('UnTagResources', { ...net, 'TagKey.1': 'a' });
    assert.deepEqual(await shown(net, vpcApi), ['b=2']);
    const { Tags } = await ok('DescribeVpcAttribute', { VpcId: vpc });
    assert.deepEqual(Tags, { Tag: [{ Key: 'b', Value: '2' }] });
    await ok('UnTagResources', { ...net, All: true });
    assert.deepEqual(await shown(net, vpcApi), []);
  });

  test('names what is wrong', async () => {
    const tags = tagged({ a: '' });
    const code = '400 InvalidInstanceIds.NotFound';
    const gone = { ...net, 'ResourceId.2': 'vpc-x' };
    assert.equal(await refusal('TagResources', { ...gone, ...tags }), code);
    assert.equal(await refusal('UnTagResources', { ...gone, All: true }), code);
    assert.equal(await refusal('ListTagResources', gone), code);
    assert.deepEqual(await shown(net, vpcApi), []);
    const type = { ...net, ResourceType: 'instance' };
    const typeCode = '400 InvalidInstanceType.NotFound';
    assert.equal(await refusal('TagResources', { ...type, ...tags }), typeCode);
    assert.equal(await refusal('UnTagResources', { ...type, All: true }), typeCode);
    assert.equal(await refusal('ListTagResources', type), typeCode);
    const neither = await refusal('ListTagResources', { ResourceType: 'VPC' });
    assert.equal(neither, '403 BothEmpty.TagsAndResources');
    assert.equal(await refusal('UnTagResources', net), '400 MissingParameter');
    assert.equal(await refusal('TagResources', net), '400 MissingParameter');
    const key = await refusal('TagResources', { ...net, ...tagged({ 'acs:': '' }) });
    assert.equal(key, '400 InvalidTagKey');
    const value = await refusal('TagResources', { ...net, ...tagged({ a: 'http://' }) });
    assert.equal(value, '400 InvalidTagValue');
    const twice = await refusal('TagResources', { ...net, 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' });
    assert.equal(twice, '400 Forbidden.TagKey.Duplicated');
    const keys = Array.from({ length: 21 }, (_, at) => [`k${at}`, ''] as const);
    const twenty = tagged(Object.fromEntries(keys.slice(1)));
    const tooMany = await refusal('TagResources', {
      ...net,
      ...tagged(Object.fromEntries(keys)),
    });
    assert.equal(tooMany, '400 SizeLimitExceeded.TagNum');
    await ok('TagResources', { ...net, ...twenty });
    const full = await refusal('TagResources', { ...net, ...tags });
    assert.equal(full, '400 QuotaExceeded.TagNum');
    const ids = many(
      'ResourceId',
      Array.from({ length: 51 }, () => vpc),
    );
    const resources = await refusal('TagResources', { ResourceType: 'VPC', ...ids, ...tags });
    assert.equal(resources, '400 SizeLimitExceeded.ResourceId');
    assert.equal(
      await refusal('ListTagResources', { ...net, MaxResults: 51 }),
      '400 InvalidParameter',
    );
    const token = await refusal('ListTagResources', { ...net, NextToken: 'x' });
    assert.equal(token, '400 InvalidParameter');
  });
});
