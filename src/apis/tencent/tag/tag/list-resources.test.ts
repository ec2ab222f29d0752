import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { rootAccount } from '#resources/account/accounts.ts';
import { startTestCloud } from '../../cloud.test-support.ts';

const cloud = await startTestCloud();
after(() => cloud.stop());

const tagApi = { service: 'tag', region: undefined };
const vpcApi = { service: 'vpc' };
const ok = (action: string, body: object = {}) => cloud.ok(action, body, tagApi);
const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, tagApi);

const born = (tags: Readonly<Record<string, string>>) =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
const launch = async (tags: Readonly<Record<string, string>>, more = {}, region?: string) => {
  const TagSpecification = [{ ResourceType: 'instance', Tags: born(tags) }];
  const [id = ''] = await cloud.launch(
    { TagSpecification, ...more },
    region === undefined ? {} : { region },
  );
  return id;
};
const web = await launch({ env: 'test', team: 'a' });
const db = await launch({ env: 'prod', team: 'a' });
const shanghai = { Placement: { Zone: 'ap-shanghai-2' } };
const away = await launch({ env: 'test' }, shanghai, 'ap-shanghai');
const made = await cloud.ok(
  'CreateVpc',
  { VpcName: 'net', CidrBlock: '10.0.0.0/16', Tags: born({ env: 'test' }) },
  vpcApi,
);
const vpc = (made['Vpc'] as { readonly VpcId: string }).VpcId;
await launch({});

const named = (id: string, pair = 'cvm/instance', region = 'ap-guangzhou') => {
  const [service, prefix] = pair.split('/');
  return `qcs::${service}:${region}:uin/${rootAccount}:${prefix}/${id}`;
};
const names = {
  web: named(web),
  db: named(db),
  away: named(away, 'cvm/instance', 'ap-shanghai'),
  vpc: named(vpc, 'vpc/vpc'),
} as const;
const env = (value: string) => ({ TagKey: 'env', TagValue: value, Category: 'Custom' });
const team = { TagKey: 'team', TagValue: 'a', Category: 'Custom' };

interface Mapping {
  readonly Resource: string;
  readonly Tags: readonly unknown[];
}

describe('GetResources', () => {
  const get = async (body: object = {}) => {
    const answer = await ok('GetResources', body);
    return answer['ResourceTagMappingList'] as readonly Mapping[];
  };
  const found = async (body: object) =>
    (await get(body)).map(({ Resource }) => Resource).toSorted();
  const sorted = (...all: string[]) => all.toSorted();

  test('finds resources that have tags, in every region, with all of theirs', async () => {
    const all = await get();
    assert.deepEqual(
      all.map(({ Resource }) => Resource).toSorted(),
      sorted(...Object.values(names)),
    );
    const tagsOf = (name: string) => all.find(({ Resource }) => Resource === name)?.Tags;
    assert.deepEqual(tagsOf(names.web), [env('test'), team]);
    assert.deepEqual(tagsOf(names.vpc), [env('test')]);
  });

  test('by tags, which they all have', async () => {
    const filter = (TagKey: string, ...TagValue: string[]) => ({ TagKey, TagValue });
    const by = (...TagFilters: object[]) => found({ TagFilters });
    assert.deepEqual(await by(filter('team')), sorted(names.web, names.db));
    const tests = sorted(names.web, names.away, names.vpc);
    assert.deepEqual(await by(filter('env', 'test')), tests);
    assert.deepEqual(await by(filter('env', 'test'), filter('team', 'a')), [names.web]);
    const every = sorted(...Object.values(names));
    assert.deepEqual(await by(filter('env', 'test', 'prod')), every);
    assert.deepEqual(await by(filter('never')), []);
  });

  test('by names, of which some may be gone', async () => {
    const ResourceList = [
      names.db,
      named('ins-zzzzzzzz'),
      names.away,
      names.away.replace('sh', 'x'),
    ];
    assert.equal(
      await refusal('GetResources', { ResourceList }),
      'InvalidParameterValue.ResourceDescriptionError',
    );
    const some = [names.db, named('ins-zzzzzzzz'), names.away, named(away)];
    const those = await found({ ResourceList: some, MaxResults: 1 });
    assert.deepEqual(those, sorted(names.db, names.away));
    const TagFilters = [{ TagKey: 'env', TagValue: ['prod'] }];
    assert.deepEqual(await found({ ResourceList: some, TagFilters }), [names.db]);
  });

  test('goes on by a token', async () => {
    const seen: string[] = [];
    for (let PaginationToken: unknown = ''; ;) {
      const answer = await ok('GetResources', { MaxResults: 1, PaginationToken });
      const list = answer['ResourceTagMappingList'] as readonly Mapping[];
      assert.equal(list.length, 1);
      seen.push(...list.map(({ Resource }) => Resource));
      PaginationToken = answer['PaginationToken'];
      if (PaginationToken === '') break;
    }
    assert.deepEqual(seen.toSorted(), sorted(...Object.values(names)));
    const code = 'InvalidParameter.PaginationTokenInvalid';
    assert.equal(await refusal('GetResources', { PaginationToken: 'x' }), code);
  });

  test('as much as the page says', async () => {
    const filters = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ TagKey: `k${at}`, TagValue: [] }));
    const values = (count: number) => [
      { TagKey: 'k', TagValue: Array.from({ length: count }, (_, at) => `v${at}`) },
    ];
    await get({ TagFilters: filters(6), MaxResults: 200 });
    const perRequest = 'LimitExceeded.TagNumPerRequest';
    assert.equal(await refusal('GetResources', { TagFilters: filters(7) }), perRequest);
    await get({ TagFilters: values(10) });
    assert.equal(
      await refusal('GetResources', { TagFilters: values(11) }),
      'LimitExceeded.TagValue',
    );
    assert.equal(await refusal('GetResources', { MaxResults: 201 }), 'InvalidParameterValue');
    const eleven = Array.from({ length: 11 }, () => names.web);
    const resources = 'LimitExceeded.ResourceNumPerRequest';
    assert.equal(await refusal('GetResources', { ResourceList: eleven }), resources);
    await get({ ResourceList: eleven.slice(1) });
    const empty = [{ TagKey: '' }];
    const emptyCode = 'InvalidParameterValue.TagKeyEmpty';
    assert.equal(await refusal('GetResources', { TagFilters: empty }), emptyCode);
    const long = [{ TagKey: 'k'.repeat(129) }];
    const longCode = 'InvalidParameterValue.TagKeyLengthExceeded';
    assert.equal(await refusal('GetResources', { TagFilters: long }), longCode);
  });
});

describe('DescribeResourceTags', () => {
  const rows = async (body: object) => {
    const answer = await ok('DescribeResourceTags', { Limit: 1_000, ...body });
    const list = answer['Rows'] as ReadonlyArray<Record<string, string>>;
    assert.equal(answer['TotalCount'], list.length);
    return list.map((row) => `${row['ResourceId']} ${row['TagKey']}=${row['TagValue']}`).toSorted();
  };
  const all = [
    `${web} env=test`,
    `${web} team=a`,
    `${db} env=prod`,
    `${db} team=a`,
    `${away} env=test`,
    `${vpc} env=test`,
  ];

  test('is narrowed by service, prefix, region and id', async () => {
    assert.deepEqual(await rows({}), all.toSorted());
    assert.deepEqual(await rows({ ServiceType: 'cvm' }), all.slice(0, 5).toSorted());
    assert.deepEqual(await rows({ ResourcePrefix: 'vpc' }), [`${vpc} env=test`]);
    const instances = { ServiceType: 'cvm', ResourcePrefix: 'instance' };
    const here = { ...instances, ResourceRegion: 'ap-guangzhou' };
    assert.deepEqual(await rows(here), all.slice(0, 4).toSorted());
    assert.deepEqual(await rows({ ResourceId: web }), all.slice(0, 2).toSorted());
    assert.deepEqual(await rows({ ...here, ResourceId: away }), []);
    assert.deepEqual(await rows({ CosResourceId: 1 }), []);
    assert.deepEqual(await rows({ CreateUin: 1 }), []);
    assert.deepEqual(await rows({ CreateUin: Number(rootAccount), ResourceId: vpc }), [all[5]]);
    assert.deepEqual(await rows({ ServiceType: 'cos' }), []);
  });

  test('in pages, each tag once', async () => {
    const seen: string[] = [];
    for (let Offset = 0; Offset < 6; Offset += 2) {
      const page = await ok('DescribeResourceTags', { Offset, Limit: 2 });
      assert.equal(page['TotalCount'], 6);
      const list = page['Rows'] as ReadonlyArray<Record<string, string>>;
      seen.push(...list.map((row) => `${row['ResourceId']} ${row['TagKey']}=${row['TagValue']}`));
    }
    assert.deepEqual(seen.toSorted(), all.toSorted());
    const value = 'InvalidParameterValue';
    assert.equal(await refusal('DescribeResourceTags', { Offset: 1, Limit: 2 }), value);
    const unknown = { ServiceType: 'cvm', ResourcePrefix: 'x' };
    assert.equal(await refusal('DescribeResourceTags', unknown), value);
    assert.equal(await refusal('DescribeResourceTags', { ResourceRegion: 'x' }), value);
    assert.equal(await refusal('DescribeResourceTags', { CosResourceId: 2 }), value);
  });
});

describe('DescribeResourceTagsByTagKeys', () => {
  const of = {
    ServiceType: 'cvm',
    ResourcePrefix: 'instance',
    ResourceRegion: 'ap-guangzhou',
    ResourceIds: [db, web, away, 'ins-zzzzzzzz'],
  };
  const refused = (body: object) =>
    refusal('DescribeResourceTagsByTagKeys', { ...of, TagKeys: ['env'], ...body });

  test('shows resources that have one of the keys', async () => {
    const by = (body: object) => ok('DescribeResourceTagsByTagKeys', { ...of, ...body });
    const answer = await by({ TagKeys: ['env', 'never'] });
    assert.deepEqual(answer['Rows'], [
      { ResourceId: db, TagKeyValues: [env('prod')] },
      { ResourceId: web, TagKeyValues: [env('test')] },
    ]);
    assert.deepEqual([answer['TotalCount'], answer['Offset'], answer['Limit']], [2, 0, 400]);
    const page = await by({ TagKeys: ['env'], Offset: 1, Limit: 1 });
    assert.deepEqual(page['Rows'], [{ ResourceId: web, TagKeyValues: [env('test')] }]);
    assert.equal(page['TotalCount'], 2);
    assert.equal((await by({ TagKeys: ['never'] }))['TotalCount'], 0);
    await by({ TagKeys: Array.from({ length: 20 }, (_, at) => `k${at}`) });
  });

  test('names what is wrong', async () => {
    const value = 'InvalidParameterValue';
    assert.equal(await refused({ ResourceIds: ['x'] }), `${value}.ResourceIdInvalid`);
    const many = Array.from({ length: 21 }, () => web);
    assert.equal(await refused({ ResourceIds: many }), `${value}.ResourceIdInvalid`);
    assert.equal(await refused({ ResourcePrefix: 'x' }), `${value}.ResourcePrefixInvalid`);
    assert.equal(await refused({ ServiceType: 'x' }), value);
    assert.equal(await refused({ ResourceRegion: '' }), `${value}.RegionInvalid`);
    assert.equal(await refused({ TagKeys: [''] }), `${value}.TagKeyEmpty`);
    assert.equal(await refused({ TagKeys: ['*'] }), `${value}.TagKeyCharacterIllegal`);
    assert.equal(await refused({ TagKeys: ['k'.repeat(128)] }), `${value}.TagKeyLengthExceeded`);
    const keys = Array.from({ length: 21 }, (_, at) => `k${at}`);
    assert.equal(await refused({ TagKeys: keys }), 'InvalidParameter.Tag');
    assert.equal(await refused({ Offset: 1, Limit: 2 }), value);
  });
});
