import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { startTestCloud, type GivenParameters } from '../../cloud.test-support.ts';

const cloud = await startTestCloud();
after(() => cloud.stop());

const { vSwitch, group } = await cloud.network();
const inside = { VSwitchId: vSwitch, SecurityGroupId: group };
const [web = '', db = ''] = await cloud.launch({ ...inside, Amount: 2 });

const tagged = (...tags: ReadonlyArray<readonly [key: string, value?: string]>) =>
  Object.fromEntries(
    tags.flatMap(([key, value], at) => [
      [`Tag.${at + 1}.Key`, key],
      ...(value === undefined ? [] : [[`Tag.${at + 1}.Value`, value]]),
    ]),
  );
const instance = { ResourceType: 'instance', ResourceId: web };
const add = (more: GivenParameters) => cloud.ok('AddTags', { ...instance, ...more });
const remove = (more: GivenParameters) => cloud.ok('RemoveTags', { ...instance, ...more });
const many = (count: number) =>
  tagged(...Array.from({ length: count }, (_, at) => [`k${at}`] as const));

interface Counted {
  readonly TagKey: string;
  readonly TagValue: string;
  readonly ResourceTypeCount: Readonly<Record<string, number>>;
}
type Listed = Readonly<Record<string, unknown>> & { readonly tags: readonly Counted[] };
async function describeTags(parameters: GivenParameters = {}): Promise<Listed> {
  const answer: Readonly<Record<string, unknown>> = await cloud.ok('DescribeTags', parameters);
  const { Tag } = answer['Tags'] as { readonly Tag: readonly Counted[] };
  return { ...answer, tags: Tag };
}
async function shown(parameters: GivenParameters = {}): Promise<readonly string[]> {
  const { tags } = await describeTags(parameters);
  return tags.map(({ TagKey, TagValue, ResourceTypeCount: counts }) => {
    const some = Object.entries(counts).filter(([, count]) => count > 0);
    return `${TagKey}=${TagValue} ${some.map(([type, count]) => `${type}:${count}`).join(' ')}`;
  });
}

describe('AddTags and RemoveTags', () => {
  test('set a key anew, and take off a key or a key of a value', async () => {
    await add(tagged(['a', '1'], ['b']));
    await add(tagged(['a', '2'], ['c', '3']));
    assert.deepEqual(await shown(instance), ['a=2 Instance:1', 'b= Instance:1', 'c=3 Instance:1']);
    await remove(tagged(['a', 'other'], ['c', '3'], ['never']));
    assert.deepEqual(await shown(instance), ['a=2 Instance:1', 'b= Instance:1']);
    await remove(tagged(['a'], ['b', '']));
    assert.deepEqual(await shown(instance), []);
  });

  test('twenty are set at once, and are all that a resource has', async () => {
    await add(many(20));
    const beyond = { ...instance, ...tagged(['more']) };
    assert.equal(await cloud.refusal('AddTags', beyond), '400 InvalidTagCount');
    await add(tagged(['k0', 'new']));
    for (const action of ['AddTags', 'RemoveTags']) {
      const count = await cloud.refusal(action, { ...instance, ...many(21) });
      assert.equal(count, '400 InvalidTagCount');
    }
    await remove(many(20));
    assert.deepEqual(await shown(instance), []);
  });

  test('say what is wrong, and change nothing', async () => {
    for (const action of ['AddTags', 'RemoveTags']) {
      const refused = (more: GivenParameters) =>
        cloud.refusal(action, { ...instance, ...tagged(['a', '1']), ...more });
      const type = '404 InvalidResourceType.NotFound';
      assert.equal(await refused({ ResourceType: 'ddhcluster' }), type);
      assert.equal(await refused({ ResourceType: 'Instance' }), type);
      const gone = '404 InvalidResourceId.NotFound';
      for (const id of ['i-x', group]) assert.equal(await refused({ ResourceId: id }), gone);
      const ddh = { ResourceType: 'ddh', ResourceId: 'dh-1' };
      assert.equal(await refused(ddh), gone);
      const away = { ...instance, ...tagged(['a']) };
      assert.equal(await cloud.refusal(action, away, { region: 'cn-shanghai' }), gone);
      assert.equal(await refused({ 'Tag.2.Value': 'x' }), '400 InvalidTag.Mismatch');
      assert.equal(await refused(tagged(['acs:a'])), '400 InvalidTagKey.Malformed');
      assert.equal(await refused(tagged(['k'.repeat(129)])), '400 InvalidTagKey.Malformed');
      const long = tagged(['a', 'v'.repeat(129)]);
      assert.equal(await refused(long), '400 InvalidTagValue.Malformed');
      const bare = (more: GivenParameters) => cloud.refusal(action, { ...more });
      assert.equal(await bare(instance), '400 InvalidTagCount');
      assert.equal(await bare({ ResourceId: web }), '400 MissingParameter');
      assert.equal(await bare({ ResourceType: 'instance' }), '400 MissingParameter');
      const nowhere = await cloud.refusal(action, away, { region: 'cn-nowhere' });
      assert.equal(nowhere, '404 InvalidRegionId.NotFound');
    }
    const twice = { ...instance, ...tagged(['a'], ['a']) };
    assert.equal(await cloud.refusal('AddTags', twice), '400 Duplicate.TagKey');
    assert.deepEqual(await shown(instance), []);
  });
});

describe('DescribeTags', () => {
  test('each tag once, with how many of each type have it', async () => {
    await add(tagged(['env', 'live'], ['own', 'me']));
    await cloud.ok('AddTags', { ...instance, ResourceId: db, ...tagged(['env', 'live']) });
    const sg = { ResourceType: 'securitygroup', ResourceId: group };
    await cloud.ok('AddTags', { ...sg, ...tagged(['env', 'live'], ['env2']) });
    await cloud.ok('CreateKeyPair', { KeyPairName: 'mine', ...tagged(['env', 'other']) });
    const live = 'env=live Instance:2 Securitygroup:1';
    const all = [live, 'env=other KeyPair:1', 'env2= Securitygroup:1', 'own=me Instance:1'];
    assert.deepEqual(await shown(), all);
    const instances = ['env=live Instance:2', 'own=me Instance:1'];
    assert.deepEqual(await shown({ ResourceType: 'instance' }), instances);
    assert.deepEqual(await shown({ ...instance, ResourceId: db }), ['env=live Instance:1']);
    const pair = { ResourceType: 'keypair', ResourceId: 'mine' };
    assert.deepEqual(await shown(pair), ['env=other KeyPair:1']);
    assert.deepEqual(await shown(tagged(['env'])), [live, 'env=other KeyPair:1']);
    assert.deepEqual(await shown(tagged(['env', 'live'])), [live]);
    const both = ['env=live Instance:1', 'own=me Instance:1'];
    assert.deepEqual(await shown(tagged(['env'], ['own', 'me'])), both);
    const none = { ResourceType: 'ddh' };
    assert.deepEqual(await shown(none), []);
    assert.deepEqual(await shown({ ...none, ResourceId: 'dh-1' }), []);
    assert.deepEqual(await shown({ ...instance, ResourceId: 'i-x' }), []);
    const { tags } = await describeTags(tagged(['own']));
    assert.equal(Object.keys(tags[0]?.ResourceTypeCount ?? {}).length, 12);
  });

  test('is paged, fifty where nothing is said and a hundred at most', async () => {
    const first = await describeTags({ PageSize: 3 });
    assert.deepEqual(
      [first.tags.length, first['TotalCount'], first['PageNumber'], first['PageSize']],
      [3, 4, 1, 3],
    );
    assert.deepEqual(await shown({ PageSize: 3, PageNumber: 2 }), ['own=me Instance:1']);
    assert.deepEqual(await shown({ PageSize: 3, PageNumber: 3 }), []);
    assert.equal((await describeTags())['PageSize'], 50);
    assert.equal((await describeTags({ PageSize: 100 }))['PageSize'], 100);
    const beyond = await cloud.refusal('DescribeTags', { PageSize: 101 });
    assert.equal(beyond, '400 InvalidParameter');
  });

  test('says what is wrong', async () => {
    const refused = (more: GivenParameters) => cloud.refusal('DescribeTags', more);
    const type = await refused({ ResourceType: 'vpc' });
    assert.equal(type, '404 InvalidResourceType.NotFound');
    assert.equal(await refused({ ResourceId: web }), '400 MissingParameter');
    assert.equal(await refused({ 'Tag.1.Value': 'x' }), '400 InvalidTagKey.Malformed');
    assert.equal(await refused(tagged(['aliyun'])), '400 InvalidTagKey.Malformed');
    const long = tagged(['a', 'v'.repeat(129)]);
    assert.equal(await refused(long), '400 InvalidTagValue.Malformed');
    assert.equal(await refused(many(21)), '400 InvalidTagCount');
    const unused = tagged(...Array.from({ length: 20 }, (_, at) => [`k${at}`] as const));
    assert.deepEqual(await shown(unused), []);
    const nowhere = await cloud.refusal('DescribeTags', {}, { region: 'cn-nowhere' });
    assert.equal(nowhere, '404 InvalidRegionId.NotFound');
    assert.deepEqual((await cloud.ok('DescribeTags', {}, { region: 'cn-shanghai' }))['Tags'], {
      Tag: [],
    });
  });
});
