import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const ARM = 'aliyun_3_arm64_20G_alibase_20240819.vhd';

describe('launches of today’s families', () => {
  let cloud: TestCloud;

  const categoryOf = async (InstanceType: string, more = {}) => {
    const [InstanceId = ''] = await cloud.launch({ InstanceType, ...more });
    const answer = await cloud.ok('DescribeDisks', { InstanceId, DiskType: 'system' });
    const { Disk } = answer['Disks'] as {
      readonly Disk: ReadonlyArray<{ readonly Category: string }>;
    };
    return Disk[0]?.Category;
  };

  before(async () => {
    cloud = await startTestCloud();
  });
  after(() => cloud.stop());

  test('the default category of the system disk is one that the family takes', async () => {
    assert.equal(await categoryOf('ecs.g5.large'), 'cloud_efficiency');
    assert.equal(await categoryOf('ecs.g8i.large'), 'cloud_essd');
    assert.equal(await categoryOf('ecs.c8i.48xlarge'), 'cloud_essd');
    assert.equal(await categoryOf('ecs.ebmg7.32xlarge'), 'cloud_essd');
    assert.equal(await categoryOf('ecs.c8y.large', { ImageId: ARM }), 'cloud_essd');
  });

  test('a category that the family does not take is refused in the code of the page', async () => {
    const { vSwitch: VSwitchId, group: SecurityGroupId } = await cloud.network();
    for (const [InstanceType, category, code] of [
      ['ecs.g7.large', 'cloud_efficiency', '403 InvalidDiskCategory.NotSupported'],
      ['ecs.r8a.large', 'cloud_ssd', '403 InvalidDiskCategory.NotSupported'],
    ] as const) {
      const refused = await cloud.refusal('RunInstances', {
        ImageId: 'ubuntu_22_04_x64_20G_alibase_20230613.vhd',
        InstanceType,
        VSwitchId,
        SecurityGroupId,
        'SystemDisk.Category': category,
      });
      assert.equal(refused, code, InstanceType);
    }
  });
});
