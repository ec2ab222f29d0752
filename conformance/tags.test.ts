import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ecs from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';
import { cvm } from 'tencentcloud-sdk-nodejs-cvm';
import { type ConformanceCloud, startCloud } from './cloud.ts';

// Tags of an instance, as the vendors' own SDKs set and read the same ones.

const LONG_MS = 10_000;
const regionId = 'cn-guangzhou';

let cloud: ConformanceCloud;
let tencent: InstanceType<typeof cvm.v20170312.Client>;
let tags: CommonClient;
let aliyun: InstanceType<typeof ecs.default>;
before(async () => {
  cloud = await startCloud();
  const given = {
    credential: { secretId: cloud.keyId, secretKey: cloud.secret },
    region: 'ap-guangzhou',
    profile: { httpProfile: { endpoint: cloud.host, protocol: 'http://' } },
  } as const;
  tencent = new cvm.v20170312.Client(given);
  // The tag service has no package of its own here: the common client sends any action.
  tags = new CommonClient(cloud.host, '2018-08-13', given);
  aliyun = new ecs.default(
    new $OpenApiUtil.Config({
      accessKeyId: cloud.keyId,
      accessKeySecret: cloud.secret,
      endpoint: cloud.host,
      protocol: 'http',
      regionId,
    }),
  );
});
after(() => cloud.stop());

async function launch(): Promise<string> {
  const { InstanceIdSet = [] } = await tencent.RunInstances({
    Placement: { Zone: 'ap-guangzhou-3' },
    ImageId: 'img-9qabwvbn',
    InstanceType: 'S5.MEDIUM2',
    TagSpecification: [{ ResourceType: 'instance', Tags: [{ Key: 'born', Value: 'with' }] }],
  });
  await cloud.passTime(LONG_MS);
  return InstanceIdSet[0] ?? '';
}

interface TagsShown {
  readonly Tags: ReadonlyArray<{ readonly TagKey: string; readonly TagValue: string }>;
}

/** As Terraform reads them until they are what it set. */
async function tencentTags(id: string): Promise<readonly string[]> {
  const answer = (await tags.request('DescribeResourceTagsByResourceIds', {
    ServiceType: 'cvm',
    ResourcePrefix: 'instance',
    ResourceIds: [id],
    ResourceRegion: 'ap-guangzhou',
    Limit: 20,
    Offset: 0,
  })) as TagsShown;
  return answer.Tags.map(({ TagKey, TagValue }) => `${TagKey}=${TagValue}`);
}

/** The id of the instance at the other vendor: ids end alike. */
async function aliyunIdOf(id: string): Promise<string> {
  const { body } = await aliyun.describeInstances(new ecs.DescribeInstancesRequest({ regionId }));
  const all = body?.instances?.instance ?? [];
  const found = all.find(({ instanceId }) => instanceId?.endsWith(id.slice('ins-'.length)));
  return found?.instanceId ?? '';
}

test('tags that one vendor sets are the tags of the other', async () => {
  const id = await launch();
  assert.deepEqual(await tencentTags(id), ['born=with']);
  await tags.request('ModifyResourceTags', {
    Resource: `qcs::cvm:ap-guangzhou:uin/:instance/${id}`,
    ReplaceTags: [{ TagKey: 'env', TagValue: 'test' }],
    DeleteTags: [{ TagKey: 'born' }],
  });
  const named = { regionId, resourceType: 'instance', resourceId: [await aliyunIdOf(id)] };
  const listed = await aliyun.listTagResources(new ecs.ListTagResourcesRequest(named));
  const [shown] = listed.body?.tagResources?.tagResource ?? [];
  assert.deepEqual([shown?.tagKey, shown?.tagValue], ['env', 'test']);
  const tag = [new ecs.TagResourcesRequestTag({ key: 'team', value: '' })];
  await aliyun.tagResources(new ecs.TagResourcesRequest({ ...named, tag }));
  assert.deepEqual(await tencentTags(id), ['env=test', 'team=']);
  await aliyun.untagResources(new ecs.UntagResourcesRequest({ ...named, all: true }));
  assert.deepEqual(await tencentTags(id), []);
});

test('a tag is made, found, and deleted when nothing has it', async () => {
  const words = { TagKey: 'made', TagValue: 'alone' };
  await tags.request('CreateTag', words);
  const found = (await tags.request('GetTags', { TagKeys: ['made'] })) as TagsShown;
  assert.deepEqual(
    found.Tags.map(({ TagKey, TagValue }) => [TagKey, TagValue]),
    [['made', 'alone']],
  );
  await tags.request('DeleteTag', words);
  const gone = (await tags.request('GetTags', { TagKeys: ['made'] })) as TagsShown;
  assert.deepEqual(gone.Tags, []);
});
