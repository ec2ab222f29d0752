import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { makeDisk } from '../disk/disk.test-support.ts';

interface ShownTask {
  readonly TaskId: string;
  readonly [field: string]: unknown;
}

describe('tasks of disks', () => {
  let cloud: TestCloud;
  let disk = '';
  let first = '';
  let second = '';

  const list = async (parameters: GivenParameters = {}) => {
    const answer = await cloud.ok('DescribeTasks', parameters);
    return { answer, tasks: (answer['TaskSet'] as { readonly Task: readonly ShownTask[] }).Task };
  };
  const ids = async (parameters: GivenParameters) =>
    (await list(parameters)).tasks.map(({ TaskId }) => TaskId);

  before(async () => {
    cloud = await startTestCloud();
    disk = await makeDisk(cloud, { Size: 40 });
    const change = async (DiskCategory: string) =>
      (await cloud.ok('ModifyDiskSpec', { DiskId: disk, DiskCategory }))['TaskId'] as string;
    first = await change('cloud_ssd');
    await cloud.passTime(60 * 60_000);
    second = await change('cloud_essd');
  });
  after(() => cloud.stop());

  test('are listed newest first, in pages', async () => {
    const { answer, tasks } = await list();
    assert.deepEqual(
      [answer['TotalCount'], answer['PageNumber'], answer['PageSize'], answer['RegionId']],
      [2, 1, 10, 'cn-guangzhou'],
    );
    assert.deepEqual(tasks[1], {
      TaskId: first,
      TaskAction: 'ModifyDiskSpec',
      TaskStatus: 'Finished',
      CreationTime: '2026-01-02T03:05Z',
      FinishedTime: '2026-01-02T03:05Z',
      ResourceId: disk,
      SupportCancel: 'false',
    });
    assert.deepEqual(await ids({ PageNumber: 2, PageSize: 1 }), [first]);
    assert.equal(await cloud.refusal('DescribeTasks', { PageSize: 101 }), '400 InvalidParameter');
    await cloud.ok('DescribeTasks', { PageSize: 100 });
  });

  test('are narrowed by each parameter of the page', async () => {
    const cases: ReadonlyArray<readonly [GivenParameters, readonly string[]]> = [
      [{ TaskIds: `${first},${second}` }, [second, first]],
      [{ TaskIds: first }, [first]],
      [{ TaskAction: 'ModifyDiskSpec' }, [second, first]],
      [{ TaskAction: 'ImportImage' }, []],
      [{ TaskStatus: 'Finished' }, [second, first]],
      [{ TaskStatus: 'Processing' }, []],
      // Another status has no effect, as the page says.
      [{ TaskStatus: 'Paused' }, [second, first]],
      [{ StartTime: '2026-01-02T03:30:00Z' }, [second]],
      [{ EndTime: '2026-01-02T03:30:00Z' }, [first]],
      [{ 'ResourceIds.1': disk }, [second, first]],
      [{ 'ResourceIds.1': 'm-bp67acfmxazb4paaaaaa' }, []],
      [{ TaskGroupId: 'tg-1' }, []],
      [{ RegionId: 'cn-shenzhen' }, []],
    ];
    for (const [parameters, expected] of cases) {
      assert.deepEqual(await ids(parameters), expected, JSON.stringify(parameters));
    }
  });

  test('one is shown whole', async () => {
    const { RequestId: _id, ...shown } = await cloud.ok('DescribeTaskAttribute', { TaskId: first });
    assert.deepEqual(shown, {
      TaskId: first,
      TaskAction: 'ModifyDiskSpec',
      TaskStatus: 'Finished',
      TaskProcess: '100%',
      CreationTime: '2026-01-02T03:05Z',
      FinishedTime: '2026-01-02T03:05Z',
      SupportCancel: 'false',
      RegionId: 'cn-guangzhou',
      TotalCount: 1,
      SuccessCount: 1,
      FailedCount: 0,
      OperationProgressSet: {
        OperationProgress: [
          {
            OperationStatus: 'Success',
            ErrorCode: '',
            ErrorMsg: '',
            RelatedItemSet: { RelatedItem: [{ Name: 'DiskId', Value: disk }] },
          },
        ],
      },
    });
    const lost = { TaskId: 't-bp67acfmxazb4paaaaaa' };
    assert.equal(await cloud.refusal('DescribeTaskAttribute', lost), '400 InvalidTaskId.NotFound');
    const elsewhere = { TaskId: first, RegionId: 'cn-shenzhen' };
    const code = await cloud.refusal('DescribeTaskAttribute', elsewhere);
    assert.equal(code, '400 InvalidTaskId.NotFound');
  });
});
