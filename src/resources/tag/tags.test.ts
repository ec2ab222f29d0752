import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { openWorld, plainLaunch } from '../instance/instance.test-support.ts';
import { launchInstances } from '../instance/verbs/launch.ts';
import { createVpc } from '../vpc/verbs/create-vpc.ts';
import type { TaggedKind } from '../nouns.ts';
import type { Tag, TagFilter } from './tag.ts';
import { taggedKinds } from './tagged.ts';
import { tagsOf } from './tags.ts';
import { changeTags, tagsMax, type TagChange } from './verbs/change-tags.ts';
import { listTagKeys, listTagValues } from './verbs/list-tag-words.ts';
import { listTags } from './verbs/list-tags.ts';

const world = await openWorld();
after(() => world.store.close());

const [web = '', db = ''] = await world.write((scope) =>
  launchInstances(scope, plainLaunch({ count: 2, tags: [] })),
);
const within = { network: 0x0a_00_00_00, bits: 8 };
const net = await world.write(async (scope) => {
  const vpc = await createVpc(scope, {
    region: 'guangzhou',
    name: 'net',
    cidr: '10.0.0.0/16',
    rule: { allowed: [{ within, mask: { bitsMin: 12, bitsMax: 28 } }], excluded: [] },
    details: {},
    tags: [],
  });
  return vpc.key;
});

const instance = (key: string) => ({ kind: 'instance', key }) as const;
const vpc = (key: string) => ({ kind: 'vpc', key }) as const;
const tag = (name: string, value = ''): Tag => ({ name, value });

const change = (request: Partial<TagChange>, account?: string) =>
  world.write((scope) =>
    changeTags(account === undefined ? scope : { ...scope, account }, {
      resources: [instance(web)],
      region: null,
      ...request,
    }),
  );
const shown = async (key: string, kind: TaggedKind = 'instance') =>
  (await world.store.read((reader) => tagsOf(reader, kind, [key]))).get(key) ?? [];
const list = (request: Partial<Parameters<typeof listTags>[1]>) =>
  world.read((scope) =>
    listTags(scope, { kind: 'instance', region: null, limit: 100, ...request }),
  );

async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof Fault);
  return error.reason;
}

test('tags are added to resources of several kinds at once, or get a new value', async () => {
  const resources = [instance(web), instance(db), vpc(net), instance(web)];
  assert.deepEqual(await change({ resources, set: [tag('team', 'a'), tag('env', 'test')] }), []);
  for (const key of [web, db]) {
    assert.deepEqual(await shown(key), [tag('env', 'test'), tag('team', 'a')]);
  }
  assert.deepEqual(await shown(net, 'vpc'), [tag('env', 'test'), tag('team', 'a')]);
  assert.deepEqual(await change({ set: [tag('team', 'b')] }), []);
  assert.deepEqual(await shown(web), [tag('env', 'test'), tag('team', 'b')]);
  assert.deepEqual(await shown(db), [tag('env', 'test'), tag('team', 'a')]);
});

test('they are taken off by name, or all; what is not there is no fault', async () => {
  await change({ set: [tag('a'), tag('b'), tag('c')], remove: 'all' });
  assert.deepEqual(await shown(web), [tag('a'), tag('b'), tag('c')]);
  assert.deepEqual(await change({ remove: ['b', 'never'], set: [tag('d')] }), []);
  assert.deepEqual(await shown(web), [tag('a'), tag('c'), tag('d')]);
  assert.deepEqual(await change({ remove: 'all' }), []);
  assert.deepEqual(await shown(web), []);
  assert.equal((await shown(db)).length, 2);
});

test('all are taken off however many names there are', async () => {
  const keys = await world.write((scope) =>
    launchInstances(scope, plainLaunch({ count: 22, tags: [] })),
  );
  for (const [at, key] of keys.entries()) {
    const set = Array.from({ length: tagsMax }, (_, n) => tag(`many-${at}-${n}`));
    assert.deepEqual(await change({ resources: [instance(key)], set }), []);
  }
  assert.ok(keys.length * tagsMax > 1_024);
  assert.deepEqual(await change({ resources: keys.map(instance), remove: 'all' }), []);
  for (const key of keys) assert.deepEqual(await shown(key), []);
});

test('each resource that is missing is told, and the others are changed', async () => {
  const gone = instance('zzzzzzzz');
  const wrongKind = vpc(db);
  const request = { resources: [gone, instance(web), wrongKind], set: [tag('one')] };
  const untouched = await change(request);
  assert.deepEqual(
    untouched.map(({ kind, key, fault }) => [kind, key, fault.reason]),
    [
      ['instance', 'zzzzzzzz', 'tag.resourceNotFound'],
      ['vpc', db, 'tag.resourceNotFound'],
    ],
  );
  assert.deepEqual(untouched[0]?.fault.detail, { instance: 'zzzzzzzz' });
  assert.deepEqual(await shown(web), [tag('one')]);
});

test('of another account, or in another region, it is missing', async () => {
  const reasonOf = async (request: Partial<TagChange>, account?: string) =>
    (await change({ set: [tag('x')], ...request }, account)).map(({ fault }) => fault.reason);
  assert.deepEqual(await reasonOf({}, '100000000002'), ['tag.resourceNotFound']);
  assert.deepEqual(await reasonOf({ region: 'shanghai' }), ['tag.resourceNotFound']);
  assert.deepEqual(await reasonOf({ region: 'guangzhou' }), []);
  assert.deepEqual(await shown(web), [tag('one'), tag('x')]);
});

test('a resource has as many as it may have, and not one more', async () => {
  const many = Array.from({ length: tagsMax }, (_, at) => tag(`k${at}`));
  assert.deepEqual(await change({ remove: 'all', set: many }), []);
  assert.equal((await shown(web)).length, tagsMax);
  const [full] = await change({ set: [tag('more')] });
  assert.equal(full?.fault.reason, 'tag.tooMany');
  assert.deepEqual(full.fault.detail, { instance: web, limit: tagsMax });
  assert.deepEqual(await change({ set: [tag('k0', 'new')] }), [], 'a new value is no new tag');
  assert.deepEqual(await change({ remove: ['k0'], set: [tag('more')] }), []);
  const own = { tagsMax: 20, resources: [instance(web)] };
  assert.deepEqual(await change({ ...own, set: [tag('k1', 'v')] }), [], 'none is added');
  await change({ remove: 'all' });
  assert.deepEqual(await change({ ...own, set: many.slice(0, 20) }), []);
  const [twenty] = await change({ ...own, set: [tag('k20')] });
  assert.deepEqual(twenty?.fault.detail, { instance: web, limit: 20 });
});

test('a key that is there is refused where only new ones may be', async () => {
  await change({ remove: 'all', set: [tag('team', 'a')] });
  const [there] = await change({ existing: 'refused', set: [tag('team', 'b')] });
  assert.equal(there?.fault.reason, 'tag.keyExists');
  assert.deepEqual(await shown(web), [tag('team', 'a')]);
  assert.deepEqual(await change({ existing: 'refused', set: [tag('new')] }), []);
});

test('keys and values are as long as the documents say', async () => {
  assert.deepEqual(await change({ set: [tag('k'.repeat(128), '𠮷'.repeat(256))] }), []);
  assert.equal(await refused(change({ set: [tag('k'.repeat(129))] })), 'tag.keyTooLong');
  assert.equal(await refused(change({ set: [tag('')] })), 'tag.keyEmpty');
  assert.equal(await refused(change({ set: [tag('k', 'v'.repeat(257))] })), 'tag.valueTooLong');
  assert.equal(await refused(change({ set: [tag('k', '1'), tag('k', '2')] })), 'tag.keyTwice');
});

test('tags are listed by resource, by key and by value, a page after the other', async () => {
  await change({ resources: [instance(web), instance(db)], remove: 'all' });
  await change({ set: [tag('a', '2'), tag('b', '1')] });
  await change({ resources: [instance(db)], set: [tag('a', '1'), tag('c', '')] });
  const all = [
    { kind: 'instance', resource: db, name: 'a', value: '1' },
    { kind: 'instance', resource: web, name: 'a', value: '2' },
    { kind: 'instance', resource: web, name: 'b', value: '1' },
    { kind: 'instance', resource: db, name: 'c', value: '' },
  ];
  assert.deepEqual(await list({}), all);
  assert.deepEqual(await list({ limit: 1 }), all.slice(0, 1));
  assert.deepEqual(await list({ after: all[1] as never }), all.slice(2));
  assert.deepEqual(await list({ tags: [{ names: ['a'] }] }), all.slice(0, 2));
  assert.deepEqual(await list({ tags: [{ values: ['1'] }] }), [all[0], all[2]]);
  assert.deepEqual(await list({ tags: [{ names: ['b', 'c'], values: ['', '2'] }] }), [all[3]]);
  assert.deepEqual(await list({ resources: [web, 'zzzzzzzz'] }), [all[1], all[2]]);
  assert.deepEqual(await list({ resources: [web], after: all[1] as never }), [all[2]]);
  assert.deepEqual(await list({ region: 'shanghai' }), []);
  assert.deepEqual(await list({ tags: [{ names: [] }] }), []);
});

test('keys and values that are in use are listed, each once, over all kinds', async () => {
  const words = { kinds: taggedKinds, limit: 10 };
  await change({ resources: [vpc(net)], remove: 'all', set: [tag('a', '3'), tag('aa', '𠮷')] });
  const keys = (more = {}) => world.read((scope) => listTagKeys(scope, { ...words, ...more }));
  const values = (name: string, more = {}) =>
    world.read((scope) => listTagValues(scope, { ...words, name, ...more }));
  assert.deepEqual(await keys(), ['a', 'aa', 'b', 'c']);
  assert.deepEqual(await keys({ after: 'aa' }), ['b', 'c']);
  assert.deepEqual(await keys({ limit: 1 }), ['a']);
  assert.deepEqual(await keys({ kinds: ['vpc'] }), ['a', 'aa']);
  assert.deepEqual(await values('a'), ['1', '2', '3']);
  assert.deepEqual(await values('c'), [''], 'a value may be empty');
  assert.deepEqual(await values('c', { after: '' }), []);
});

test('every kind that is declared as tagged can be tagged', async () => {
  for (const kind of taggedKinds) {
    const [untouched] = await change({ resources: [{ kind, key: 'zzzzzzzz' }], set: [tag('t')] });
    assert.deepEqual(untouched?.fault.detail, { [kind]: 'zzzzzzzz' });
  }
});

test('several filters find resources that meet each of them, and those tags', async () => {
  await change({ resources: [instance(web), instance(db)], remove: 'all' });
  await change({ set: [tag('env', 'test'), tag('team', 'a'), tag('x')] });
  await change({ resources: [instance(db)], set: [tag('env', 'prod'), tag('team', 'b')] });
  const found = async (tags: readonly TagFilter[], resources?: readonly string[]) => {
    const narrowed = { tags, ...(resources !== undefined && { resources }) };
    return (await list(narrowed)).map(({ name, value }) => `${name}=${value}`);
  };
  for (const resources of [undefined, [web, db]]) {
    const both = [{ names: ['env'] }, { names: ['team'], values: ['a'] }];
    assert.deepEqual(await found(both, resources), ['env=test', 'team=a']);
    const never = [{ names: ['env'] }, { names: ['never'] }];
    assert.deepEqual(await found(never, resources), []);
    const like = [{ namePatterns: ['e%'] }, { names: ['team'], valuePatterns: ['%b%'] }];
    assert.deepEqual(await found(like, resources), ['env=prod', 'team=b']);
  }
});
