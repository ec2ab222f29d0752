import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { makeGroup, startTestCloud, type GivenParameters } from '../../cloud.test-support.ts';

const cloud = await startTestCloud();
after(() => cloud.stop());

const api = { version: '2020-03-31', region: undefined };
const type = { ResourceType: 'ResourceGroup' };

/** What ListTagResources answers, and of which group. */
async function tagsOf(asked: GivenParameters) {
  const answer = await cloud.ok('ListTagResources', { ...type, ...asked }, api);
  return (answer['TagResources'] as ReadonlyArray<Readonly<Record<string, string>>>).map((one) => {
    return `${one['ResourceId']} ${one['ResourceType']} ${one['TagKey']}=${one['TagValue']}`;
  });
}

test('resource groups are tagged, found by their tags and untagged', async () => {
  const group = await makeGroup(cloud, 'tagged');
  const named = { 'ResourceId.1': group };
  assert.deepEqual(await tagsOf(named), []);
  const tags = { 'Tag.1.Key': 'team', 'Tag.1.Value': 'core', 'Tag.2.Key': 'stage' };
  await cloud.ok('TagResources', { ...type, ...named, ...tags }, api);
  const of = (tag: string) => `${group} RESOURCEGROUP ${tag}`;
  assert.deepEqual(await tagsOf(named), [of('stage='), of('team=core')]);
  assert.deepEqual(await tagsOf({ 'Tag.1.Key': 'team' }), [of('team=core')]);
  await cloud.ok('UntagResources', { ...type, ...named, 'TagKey.1': 'team' }, api);
  assert.deepEqual(await tagsOf(named), [of('stage=')]);
  // As Terraform's provider writes it.
  await cloud.ok('UnTagResources', { ...type, ...named, All: true }, api);
  assert.deepEqual(await tagsOf(named), []);
});

test('what is not there is refused in the codes of tags', async () => {
  const named = { 'ResourceId.1': await makeGroup(cloud, 'refused') };
  const refused = (more: GivenParameters) =>
    cloud.refusal('TagResources', { ...type, ...named, 'Tag.1.Key': 'team', ...more }, api);
  assert.equal(await refused({ 'ResourceId.1': 'rg-x' }), '404 InvalidResourceId.NotFound');
  assert.equal(await refused({ ResourceType: 'Pond' }), '404 InvalidResourceType.NotFound');
  assert.equal(await refused({ 'Tag.1.Key': 'acs:x' }), '400 InvalidTagKey.Malformed');
  const nothing = await cloud.refusal('ListTagResources', type, api);
  assert.equal(nothing, '403 BothEmpty.TagsAndResources');
});
