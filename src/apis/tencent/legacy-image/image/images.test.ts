import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';

let cloud: TestCloud;
let legacy: LegacyClient;
before(async () => {
  cloud = await startTestCloud();
  legacy = legacyClient(cloud.server);
});
after(() => cloud.stop());

test('public images by type, id and status; of the other types there are none', async () => {
  const all = await legacy.ok('DescribeImages', { imageType: 2, limit: 100 });
  assert.ok(Number(all['totalCount']) > 10);
  const one = await legacy.ok('DescribeImages', { imageType: 2, 'imageIds.0': 'img-9qabwvbn' });
  const [shown] = one['imageSet'] as ReadonlyArray<Readonly<Record<string, unknown>>>;
  const { createTime, ...image } = shown ?? {};
  assert.match(String(createTime), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  assert.deepEqual(image, {
    unImgId: 'img-9qabwvbn',
    imageName: 'CentOS 7.6 64位',
    imageDescription: 'CentOS 7.6 64位',
    osName: 'CentOS 7.6 64位',
    imageType: 2,
    creator: 'tencent',
    status: 2,
  });
  for (const asked of [{ imageType: 1 }, { imageType: 2, status: 1 }]) {
    const none = await legacy.ok('DescribeImages', asked);
    assert.deepEqual([none['totalCount'], none['imageSet']], [0, []]);
  }
});

test('a type is needed, and at most ten ids (seed 004 L55002, L55118)', async () => {
  assert.equal(await legacy.refusal('DescribeImages'), '4000 InvalidParameter');
  const ids = Array.from({ length: 11 }, (_, at) => [`imageIds.${at}`, 'img-9qabwvbn']);
  const many = { imageType: 2, ...(Object.fromEntries(ids) as Record<string, string>) };
  assert.equal(await legacy.refusal('DescribeImages', many), '4000 InvalidParameter');
});
