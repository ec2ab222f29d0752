import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { rootAccount } from '#resources/account/accounts.ts';
import { startTestCloud } from '../../cloud.test-support.ts';

const cloud = await startTestCloud();
after(() => cloud.stop());

const tagApi = { service: 'tag', region: undefined };
const ok = (action: string, body: object = {}) => cloud.ok(action, body, tagApi);
const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, tagApi);
const pair = (TagKey: string, TagValue: string) => ({ TagKey, TagValue });

const born = [{ ResourceType: 'instance', Tags: [{ Key: 'born', Value: 'with' }] }];
const [web = ''] = await cloud.launch({ TagSpecification: born });
const Resource = `qcs::cvm:ap-guangzhou:uin/:instance/${web}`;

type Shown = Readonly<Record<'TagKey' | 'TagValue' | 'Category', string>>;
const words = (answer: object): readonly string[] =>
  (answer as { readonly Tags: readonly Shown[] }).Tags.map(({ TagKey, TagValue, Category }) => {
    assert.equal(Category, 'Custom');
    return `${TagKey}=${TagValue}`;
  });
const all = async () => words(await ok('GetTags'));

describe('tags without a resource', () => {
  test('are made and deleted, and stay when a resource loses them', async () => {
    assert.deepEqual(await all(), ['born=with'], 'a tag of a creation is one of the account');
    await ok('CreateTag', pair('env', 'test'));
    assert.deepEqual(await all(), ['born=with', 'env=test']);
    await ok('AddResourceTag', { ...pair('env', 'test'), Resource });
    await ok('AddResourceTag', { ...pair('team', 'a'), Resource });
    await ok('DeleteResourceTag', { TagKey: 'team', Resource });
    assert.deepEqual(await all(), ['born=with', 'env=test', 'team=a']);
    await ok('DeleteTag', pair('team', 'a'));
    await ok('CreateTags', { Tags: [pair('x', '1'), pair('x', '2')] });
    assert.deepEqual(await all(), ['born=with', 'env=test', 'x=1', 'x=2']);
    await ok('DeleteTags', { Tags: [pair('x', '1'), pair('x', '2')] });
    assert.deepEqual(await all(), ['born=with', 'env=test']);
  });

  test('there is one of each; one that a resource has is not deleted', async () => {
    const used = 'FailedOperation.TagAttachedResource';
    const none = 'ResourceNotFound.TagNonExist';
    assert.equal(await refusal('CreateTag', pair('env', 'test')), 'ResourceInUse.TagDuplicate');
    assert.equal(await refusal('CreateTag', pair('born', 'with')), 'ResourceInUse.TagDuplicate');
    const one = { Tags: [pair('new', '1'), pair('env', 'test')] };
    assert.equal(await refusal('CreateTags', one), 'ResourceInUse.TagDuplicate');
    assert.equal(await refusal('DeleteTag', pair('env', 'test')), used);
    assert.equal(await refusal('DeleteTag', pair('env', 'never')), none);
    const tags = { Tags: [pair('env', 'test')] };
    assert.equal(await refusal('DeleteTags', tags), used);
    assert.equal(await refusal('DeleteTags', { Tags: [pair('never', 'x')] }), none);
    assert.deepEqual(await all(), ['born=with', 'env=test'], 'nothing was done');
  });

  test('keys and values are as the pages say', async () => {
    const codes = [
      [pair('', 'v'), 'InvalidParameterValue.TagKeyEmpty'],
      [pair('k*', 'v'), 'InvalidParameterValue.TagKeyCharacterIllegal'],
      [pair('k', 'v*'), 'InvalidParameterValue.TagValueCharacterIllegal'],
      [pair('k', ''), 'InvalidParameterValue.TagValueEmpty'],
      [pair('k', 'v'.repeat(256)), 'InvalidParameterValue.TagValueLengthExceeded'],
    ] as const;
    for (const [one, code] of codes) {
      assert.equal(await refusal('CreateTag', one), code);
      assert.equal(await refusal('CreateTags', { Tags: [one] }), code);
      assert.equal(await refusal('DeleteTag', one), code);
      assert.equal(await refusal('DeleteTags', { Tags: [one] }), code);
    }
    for (const key of ['qcs:x', 'qcloud', 'tencent', 'project']) {
      const code = 'InvalidParameter.ReservedTagKey';
      assert.equal(await refusal('CreateTag', pair(key, 'v')), code);
    }
    const long = pair('k'.repeat(128), 'v');
    const tooLong = 'InvalidParameterValue.TagKeyLengthExceeded';
    assert.equal(await refusal('CreateTag', long), tooLong);
    assert.equal(await refusal('DeleteTags', { Tags: [long] }), tooLong);
    assert.equal(await refusal('CreateTags'), 'InvalidParameter.Tag');
    assert.equal(await refusal('DeleteTags', { Tags: [] }), 'InvalidParameter');
    const eleven = Array.from({ length: 11 }, (_, at) => pair(`k${at}`, 'v'));
    assert.equal(await refusal('CreateTags', { Tags: eleven }), 'InvalidParameter.Tag');
    await ok('CreateTags', { Tags: eleven.slice(1) });
    await ok('DeleteTags', { Tags: eleven.slice(1) });
  });
});

describe('AddResourceTag, UpdateResourceTagValue and DeleteResourceTag', () => {
  test('a key is added once, and changed or taken off where it is', async () => {
    const attached = 'ResourceInUse.TagKeyAttached';
    const absent = 'ResourceNotFound.AttachedTagKeyNotFound';
    const add = { ...pair('env', 'other'), Resource };
    assert.equal(await refusal('AddResourceTag', add), attached);
    await ok('UpdateResourceTagValue', add);
    const [shown] = await cloud.show([web]);
    assert.deepEqual(shown?.['Tags'], [
      { Key: 'born', Value: 'with' },
      { Key: 'env', Value: 'other' },
    ]);
    const never = { ...pair('never', 'x'), Resource };
    assert.equal(await refusal('UpdateResourceTagValue', never), absent);
    assert.equal(await refusal('DeleteResourceTag', { TagKey: 'never', Resource }), absent);
    const bad = { ...pair('new', 'x'), Resource: `${Resource}x` };
    const description = 'InvalidParameterValue.ResourceDescriptionError';
    assert.equal(await refusal('AddResourceTag', bad), description);
    assert.equal(await refusal('UpdateResourceTagValue', bad), description);
    assert.equal(await refusal('DeleteResourceTag', { ...bad, TagValue: undefined }), description);
    assert.ok(!(await all()).includes('new=x'), 'a refused tag is not kept');
  });

  test('an account has a thousand keys, and a key a thousand values', async () => {
    const have = ((await ok('DescribeTagKeys'))['TotalCount'] as number) + 0;
    for (let from = have; from < 1_000; from += 10) {
      const count = Math.min(10, 1_000 - from);
      const Tags = Array.from({ length: count }, (_, at) => pair(`key${from + at}`, 'v'));
      await ok('CreateTags', { Tags });
    }
    assert.equal((await ok('DescribeTagKeys'))['TotalCount'], 1_000);
    const more = pair('more', 'v');
    assert.equal(await refusal('CreateTag', more), 'LimitExceeded.TagKey');
    assert.equal(await refusal('CreateTags', { Tags: [more] }), 'LimitExceeded.TagKey');
    assert.equal(await refusal('AddResourceTag', { ...more, Resource }), 'LimitExceeded.TagKey');
    const replace = { Resource, ReplaceTags: [more] };
    assert.equal(await refusal('ModifyResourceTags', replace), 'LimitExceeded.TagKey');
    for (let from = 0; from < 1_000; from += 10) {
      const values = Array.from({ length: from === 990 ? 9 : 10 }, (_, at) => `w${from + at}`);
      await ok('CreateTags', { Tags: values.map((value) => pair('key999', value)) });
    }
    const full = pair('key999', 'more');
    assert.equal(await refusal('CreateTag', full), 'LimitExceeded.TagValue');
    assert.equal(await refusal('AddResourceTag', { ...full, Resource }), 'LimitExceeded.TagValue');
    await ok('AddResourceTag', { ...pair('key999', 'w0'), Resource });
    const update = { ...full, Resource };
    assert.equal(await refusal('UpdateResourceTagValue', update), 'LimitExceeded.TagValue');
  });
});

describe('lists of tags', () => {
  test('DescribeTags shows which can be deleted', async () => {
    const born = await ok('DescribeTags', { TagKey: 'born', TagValue: 'with' });
    const shown = { TagKey: 'born', TagValue: 'with', CanDelete: 0, Category: 'Custom' };
    assert.deepEqual(born['Tags'], [shown]);
    assert.deepEqual([born['TotalCount'], born['Offset'], born['Limit']], [1, 0, 15]);
    const page = await ok('DescribeTags', {
      TagKeys: ['key999'],
      TagKey: 'x',
      Offset: 2,
      Limit: 2,
    });
    assert.equal(page['TotalCount'], 1_000);
    assert.deepEqual(words(page), ['key999=w1', 'key999=w10']);
    const [one] = page['Tags'] as ReadonlyArray<{ readonly CanDelete: number }>;
    assert.equal(one?.CanDelete, 1);
    assert.equal(await refusal('DescribeTags', { TagValue: 'x' }), 'InvalidParameter');
    assert.equal(await refusal('DescribeTags', { Offset: 1, Limit: 2 }), 'InvalidParameterValue');
  });

  test('who made them is the account', async () => {
    const mine = { CreateUin: Number(rootAccount), Limit: 1 };
    const other = { CreateUin: 1, Limit: 1 };
    for (const action of ['DescribeTags', 'DescribeTagKeys', 'DescribeTagValues']) {
      const keys = action === 'DescribeTagValues' ? { TagKeys: ['born'] } : {};
      const found = await ok(action, { ...mine, ...keys });
      assert.equal((found['Tags'] as unknown[]).length, 1);
      assert.equal((await ok(action, { ...other, ...keys }))['TotalCount'], 0);
    }
  });

  test('DescribeTagKeys and DescribeTagValues', async () => {
    const keys = await ok('DescribeTagKeys', { Limit: 2, Offset: 2, ShowProject: 1 });
    assert.deepEqual(keys['Tags'], ['key10', 'key100']);
    assert.equal((await ok('DescribeTagKeys', { Category: 'System' }))['TotalCount'], 0);
    const values = await ok('DescribeTagValues', { TagKeys: ['env', 'born'] });
    assert.equal(values['TotalCount'], 3);
    assert.deepEqual(words(values), ['born=with', 'env=other', 'env=test']);
    const many = Array.from({ length: 21 }, (_, at) => `k${at}`);
    assert.equal(await refusal('DescribeTagValues', { TagKeys: many }), 'LimitExceeded');
    const empty = await refusal('DescribeTagValues', { TagKeys: [''] });
    assert.equal(empty, 'InvalidParameterValue.TagKeyEmpty');
    assert.equal(await refusal('DescribeTagValues'), 'MissingParameter');
  });

  test('GetTags, GetTagKeys and GetTagValues go on by a token', async () => {
    const first = await ok('GetTagKeys', { MaxResults: 1_000 });
    assert.equal((first['TagKeys'] as unknown[]).length, 1_000);
    assert.equal(first['PaginationToken'], '');
    const { PaginationToken, ...one } = await ok('GetTagKeys', { MaxResults: 1 });
    assert.deepEqual(one['TagKeys'], ['born']);
    const two = await ok('GetTagKeys', { MaxResults: 1, PaginationToken });
    assert.deepEqual(two['TagKeys'], ['env']);
    const values = await ok('GetTagValues', { TagKeys: ['env'], MaxResults: 1 });
    assert.deepEqual(words(values), ['env=other']);
    const next = { TagKeys: ['env'], PaginationToken: values['PaginationToken'] };
    const last = await ok('GetTagValues', next);
    assert.deepEqual(words(last), ['env=test']);
    assert.equal(last['PaginationToken'], '');
    assert.deepEqual(words(await ok('GetTags', { TagKeys: ['env'] })), ['env=other', 'env=test']);
    assert.equal(words(await ok('GetTags', { TagKeys: [] })).length, 50);
    for (const action of ['GetTags', 'GetTagKeys', 'GetTagValues']) {
      const keys = action === 'GetTagKeys' ? {} : { TagKeys: ['env'] };
      const code = 'InvalidParameter.PaginationTokenInvalid';
      assert.equal(await refusal(action, { ...keys, PaginationToken: 'x' }), code);
      const system = await ok(action, { ...keys, Category: 'System' });
      assert.deepEqual(system['TagKeys'] ?? system['Tags'], []);
      await ok(action, { ...keys, MaxResults: 1_000 });
      assert.equal(await refusal(action, { ...keys, MaxResults: 1_001 }), 'InvalidParameterValue');
    }
    const many = Array.from({ length: 21 }, (_, at) => `k${at}`);
    assert.equal(await refusal('GetTags', { TagKeys: many }), 'LimitExceeded');
    assert.equal(await refusal('GetTagValues', { TagKeys: many }), 'LimitExceeded');
    assert.equal(await refusal('GetTagValues', { TagKeys: [] }), 'MissingParameter');
    const empty = await refusal('GetTags', { TagKeys: [''] });
    assert.equal(empty, 'InvalidParameterValue.TagKeyEmpty');
  });
});
