import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

describe('families, and the types that an image runs on', () => {
  let cloud: TestCloud;

  const families = async (parameters = {}) => {
    const answer = await cloud.ok('DescribeInstanceTypeFamilies', parameters);
    const { InstanceTypeFamily } = answer['InstanceTypeFamilies'] as {
      readonly InstanceTypeFamily: ReadonlyArray<Readonly<Record<string, string>>>;
    };
    return InstanceTypeFamily;
  };
  const typesOf = async (ImageId: string) => {
    const answer = await cloud.ok('DescribeImageSupportInstanceTypes', { ImageId });
    assert.deepEqual([answer['ImageId'], answer['RegionId']], [ImageId, 'cn-guangzhou']);
    const { InstanceType } = answer['InstanceTypes'] as {
      readonly InstanceType: ReadonlyArray<Readonly<Record<string, string | number>>>;
    };
    return InstanceType;
  };

  before(async () => {
    cloud = await startTestCloud();
  });
  after(() => cloud.stop());

  test('DescribeInstanceTypeFamilies has them all, or those of a generation', async () => {
    const all = await families();
    const g6 = { InstanceTypeFamilyId: 'ecs.g6', Generation: 'ecs-5' };
    assert.ok(all.some(({ InstanceTypeFamilyId: name }) => name === 'ecs.c8i'));
    assert.deepEqual(
      all.find(({ InstanceTypeFamilyId: name }) => name === 'ecs.g6'),
      g6,
    );
    const fifth = await families({ Generation: 'ecs-5' });
    assert.ok(fifth.length > 0 && fifth.length < all.length);
    assert.ok(fifth.every(({ Generation }) => Generation === 'ecs-5'));
    assert.deepEqual(await families({ Generation: 'ecs-99' }), []);
  });

  test('DescribeImageSupportInstanceTypes tells architectures and sizes apart', async () => {
    const usual = await typesOf('ubuntu_22_04_x64_20G_alibase_20230613.vhd');
    const names = usual.map(({ InstanceTypeId }) => InstanceTypeId);
    assert.ok(names.includes('ecs.g8i.large') && !names.includes('ecs.g8y.large'));
    const large = usual.find(({ InstanceTypeId }) => InstanceTypeId === 'ecs.g6.large');
    assert.deepEqual(large, {
      InstanceTypeId: 'ecs.g6.large',
      InstanceTypeFamily: 'ecs.g6',
      CpuCoreCount: 2,
      MemorySize: 8,
    });
    const arm = await typesOf('aliyun_3_arm64_20G_alibase_20240819.vhd');
    assert.ok(arm.every(({ InstanceTypeFamily }) => String(InstanceTypeFamily).endsWith('8y')));
    const windows = await typesOf('win2022_21H2_x64_dtc_en-us_40G_alibase_20230915.vhd');
    assert.ok(!windows.some(({ InstanceTypeId }) => InstanceTypeId === 'ecs.t5-lc2m1.nano'));
    assert.ok(usual.some(({ InstanceTypeId }) => InstanceTypeId === 'ecs.t5-lc2m1.nano'));
  });

  test('DescribeImageSupportInstanceTypes wants an image that there is', async () => {
    const refusal = (parameters: Readonly<Record<string, string>>) =>
      cloud.refusal('DescribeImageSupportInstanceTypes', parameters);
    assert.equal(await refusal({}), '400 MissingParameter');
    assert.equal(await refusal({ ImageId: 'nosuch' }), '404 InvalidImageId.NotFound');
    const asked = { ImageId: 'ubuntu_22_04_x64_20G_alibase_20230613.vhd', ActionType: 'Eat' };
    assert.match(await refusal(asked), /^400 Invalid/);
  });
});
