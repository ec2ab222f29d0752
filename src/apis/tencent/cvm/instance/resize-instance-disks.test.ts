import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type Shown, type TestCloud } from '../../cloud.test-support.ts';

const SETTLED_MS = 10_000;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const DATA = { DiskType: 'CLOUD_PREMIUM', DiskSize: 20 } as const;
const LOCAL = { DiskType: 'LOCAL_BASIC', DiskSize: 50 } as const;

async function launchOne(body: object = { DataDisks: [DATA] }): Promise<string> {
  const [id = ''] = await cloud.launchRunning(body);
  return id;
}

async function stopped(id: string, more: object = {}): Promise<string> {
  await cloud.ok('StopInstances', { InstanceIds: [id], ...more });
  await cloud.passTime(SETTLED_MS);
  return id;
}

async function one(id: string): Promise<Shown> {
  const [shown] = await cloud.show([id]);
  assert.ok(shown);
  return shown;
}

interface ShownDisk {
  readonly DiskId: string;
  readonly DiskType: string;
  readonly DiskSize: number;
}

async function disksOf(id: string): Promise<readonly ShownDisk[]> {
  const shown = await one(id);
  const data = (shown['DataDisks'] ?? []) as readonly ShownDisk[];
  return [shown['SystemDisk'] as ShownDisk, ...data];
}

const sizesOf = async (id: string) => (await disksOf(id)).map(({ DiskSize }) => DiskSize);

async function latest(id: string): Promise<readonly unknown[]> {
  const shown = await one(id);
  return [shown['InstanceState'], shown['LatestOperation'], shown['LatestOperationState']];
}

describe('ResizeInstanceDisks', () => {
  const ok = (InstanceId: string, more: object) =>
    cloud.ok('ResizeInstanceDisks', { InstanceId, ...more });
  const refused = (InstanceId: string, more: object) =>
    cloud.refusal('ResizeInstanceDisks', { InstanceId, ...more });
  const grown = { DataDisks: [{ DiskSize: 30 }] };

  test('a stopped instance has a larger data disk, and stays stopped', async () => {
    const id = await stopped(await launchOne());
    await ok(id, grown);
    assert.deepEqual(await latest(id), ['STOPPED', 'ResizeInstanceDisks', 'OPERATING']);
    assert.equal(await refused(id, grown), 'OperationDenied.InstanceOperationInProgress');
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await latest(id), ['STOPPED', 'ResizeInstanceDisks', 'SUCCESS']);
    assert.deepEqual(await sizesOf(id), [50, 30]);
  });

  test('one that runs is resized online, or stopped for it and started again', async () => {
    const id = await launchOne();
    assert.equal(await refused(id, grown), 'UnsupportedOperation.InstanceStateRunning');
    await ok(id, { ...grown, ResizeOnline: true, ForceStop: true });
    assert.deepEqual(await latest(id), ['RUNNING', 'ResizeInstanceDisks', 'OPERATING']);
    await cloud.passTime(SETTLED_MS);
    await ok(id, { SystemDisk: { DiskSize: 60 }, ForceStop: true });
    assert.deepEqual(await latest(id), ['STOPPING', 'ResizeInstanceDisks', 'OPERATING']);
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await latest(id), ['RUNNING', 'ResizeInstanceDisks', 'SUCCESS']);
    assert.deepEqual(await sizesOf(id), [60, 30]);
  });

  test('of several data disks the one that is named', async () => {
    const id = await stopped(await launchOne({ DataDisks: [DATA, DATA] }));
    const [system, , second] = await disksOf(id);
    assert.equal(await refused(id, grown), 'InvalidParameterValue');
    const of = (DiskId = '') => ({ DataDisks: [{ DiskId, DiskSize: 30 }] });
    assert.equal(await refused(id, of(system?.DiskId)), 'InvalidParameterValue');
    assert.equal(await refused(id, of('disk-00000000')), 'InvalidParameterValue');
    await ok(id, of(second?.DiskId));
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await sizesOf(id), [50, 20, 30]);
  });

  test('a disk that could not grow has the size it had', async () => {
    const id = await launchOne();
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'resize-disk', times: 1 });
    await ok(id, { ...grown, ForceStop: true });
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await latest(id), ['RUNNING', 'ResizeInstanceDisks', 'FAILED']);
    assert.deepEqual(await sizesOf(id), [50, 20]);
  });

  test('what is refused, in the codes of the page', async () => {
    const id = await stopped(await launchOne());
    const cases: ReadonlyArray<readonly [object, string]> = [
      [{}, 'MissingParameter.AtLeastOne'],
      [{ DataDisks: [] }, 'MissingParameter.AtLeastOne'],
      [{ ...grown, SystemDisk: { DiskSize: 60 } }, 'InvalidParameterValue'],
      [{ DataDisks: [{ DiskSize: 30 }, { DiskSize: 40 }] }, 'InvalidParameterValue'],
      [{ DataDisks: [{ DiskSize: 20 }] }, 'InvalidParameterValue'],
      [{ DataDisks: [{ DiskSize: 35 }] }, 'InvalidParameterValue'],
      [{ DataDisks: [{ DiskSize: 32_010 }] }, 'InvalidParameterValue'],
      [{ SystemDisk: { DiskSize: 50 } }, 'InvalidParameterValue'],
      [{ SystemDisk: { DiskSize: 2_049 } }, 'InvalidParameterValue'],
    ];
    for (const [more, code] of cases) {
      assert.equal(await refused(id, more), code, JSON.stringify(more));
    }
    assert.equal(await refused('ins-00000000', grown), 'InvalidInstanceId.NotFound');
    assert.equal(await refused('ins-1', grown), 'InvalidInstanceId.Malformed');
    const bare = await stopped(await launchOne({}));
    assert.equal(await refused(bare, grown), 'UnsupportedOperation.InvalidDataDisk');
    await ok(bare, { SystemDisk: { DiskSize: 2_048 } });
    await cloud.passTime(SETTLED_MS);
    const idle = await stopped(await launchOne(), { StoppedMode: 'STOP_CHARGING' });
    assert.equal(await refused(idle, grown), 'UnsupportedOperation.StoppedModeStopCharging');
    const [pending = ''] = await cloud.launch({ DataDisks: [DATA] });
    assert.equal(await refused(pending, grown), 'UnsupportedOperation.InstanceStatePending');
    await cloud.passTime(SETTLED_MS);
  });

  test('local disks keep their size', async () => {
    const id = await stopped(await launchOne({ SystemDisk: LOCAL, DataDisks: [LOCAL] }));
    assert.equal(
      await refused(id, { SystemDisk: { DiskSize: 60 } }),
      'InvalidInstance.NotSupported',
    );
    const larger = { DataDisks: [{ DiskSize: 60 }] };
    assert.equal(await refused(id, larger), 'UnsupportedOperation.InvalidDataDisk');
  });

  test('its price: all of the disk by the hour, what is added for what is paid', async () => {
    const priced = async (id: string, more: object) => {
      const answer = await cloud.ok('InquiryPriceResizeInstanceDisks', { InstanceId: id, ...more });
      return (answer['Price'] as { readonly InstancePrice: Readonly<Record<string, number>> })
        .InstancePrice;
    };
    const hourly = await launchOne();
    const [small, large] = [
      await priced(hourly, grown),
      await priced(hourly, { DataDisks: [{ DiskSize: 60 }] }),
    ];
    assert.ok(Number(small['UnitPrice']) > 0);
    const near = Math.abs(Number(large['UnitPrice']) - 2 * Number(small['UnitPrice']));
    assert.ok(near < 0.000_01);
    const prepaid = await launchOne({
      DataDisks: [DATA],
      InstanceChargeType: 'PREPAID',
      InstanceChargePrepaid: { Period: 2 },
    });
    const added = await priced(prepaid, grown);
    assert.equal(added['UnitPrice'], 0);
    assert.ok(Number(added['OriginalPrice']) > 0);
    const codes = await Promise.all([
      cloud.refusal('InquiryPriceResizeInstanceDisks', { InstanceId: hourly }),
      cloud.refusal('InquiryPriceResizeInstanceDisks', {
        InstanceId: hourly,
        DataDisks: [{ DiskSize: 20 }],
      }),
    ]);
    assert.deepEqual(codes, ['MissingParameter.AtLeastOne', 'InvalidParameterValue']);
  });
});

describe('InquiryPriceResetInstance', () => {
  test('a larger system disk costs more; the rest costs what it did', async () => {
    const id = await launchOne();
    const priced = async (more: object = {}) => {
      const answer = await cloud.ok('InquiryPriceResetInstance', { InstanceId: id, ...more });
      const { InstancePrice } = answer['Price'] as {
        readonly InstancePrice: Readonly<Record<string, number>>;
      };
      return Number(InstancePrice['UnitPrice']);
    };
    const same = await priced();
    assert.ok(same > 0);
    assert.equal(await priced({ ImageId: 'img-487zeit5' }), same);
    assert.ok((await priced({ SystemDisk: { DiskSize: 100 } })) > same);
    const refused = (more: object) =>
      cloud.refusal('InquiryPriceResetInstance', { InstanceId: id, ...more });
    assert.equal(await refused({ SystemDisk: { DiskSize: 40 } }), 'InvalidParameterValue');
    assert.equal(await refused({ ImageId: 'img-xxxxxxxx' }), 'InvalidImageId.NotFound');
    assert.equal(
      await refused({ SystemDisk: { Encrypt: true } }),
      'UnsupportedOperation.ModifyEncryptionNotSupported',
    );
  });
});

describe('ModifyInstanceDiskType', () => {
  const system = { SystemDisk: { DiskType: 'CLOUD_PREMIUM' } };
  const data = { DataDisks: [{ DiskType: 'CLOUD_PREMIUM' }] };
  const refused = (InstanceId: string, more: object) =>
    cloud.refusal('ModifyInstanceDiskType', { InstanceId, ...more });

  test('local disks of a stopped instance become cloud disks, both together', async () => {
    const id = await stopped(await launchOne({ SystemDisk: LOCAL, DataDisks: [LOCAL] }));
    for (const half of [system, data]) {
      assert.equal(await refused(id, half), 'InvalidParameterValue');
    }
    const small = { ...system, DataDisks: [{ DiskType: 'CLOUD_SSD' }] };
    assert.equal(await refused(id, small), 'InvalidParameterValue.LocalDiskSizeRange');
    await cloud.ok('ModifyInstanceDiskType', { InstanceId: id, ...system, ...data });
    assert.deepEqual(await latest(id), ['STOPPED', 'ModifyInstanceDiskType', 'SUCCESS']);
    const types = (await disksOf(id)).map(({ DiskType }) => DiskType);
    assert.deepEqual(types, ['CLOUD_PREMIUM', 'CLOUD_PREMIUM']);
    assert.equal(await refused(id, system), 'InvalidParameter.InvalidInstanceNotSupported');
  });

  test('what is refused, in the codes of the page', async () => {
    const id = await launchOne({ SystemDisk: LOCAL });
    assert.equal(await refused(id, system), 'UnsupportedOperation.InstanceStateRunning');
    await stopped(id);
    const cases: ReadonlyArray<readonly [object, string]> = [
      [{}, 'MissingParameter'],
      [{ SystemDisk: {} }, 'InvalidParameterValue'],
      [{ SystemDisk: { DiskType: 'LOCAL_SSD' } }, 'InvalidParameterValue'],
      [{ SystemDisk: { DiskType: 'CLOUD_NONE' } }, 'InvalidParameterValue'],
      [data, 'InvalidParameter.InvalidInstanceNotSupported'],
      [
        { DataDisks: [{ DiskType: 'CLOUD_SSD' }, { DiskType: 'CLOUD_SSD' }] },
        'InvalidParameterValue',
      ],
    ];
    for (const [more, code] of cases) {
      assert.equal(await refused(id, more), code, JSON.stringify(more));
    }
    assert.equal(await refused('ins-00000000', system), 'InvalidInstanceId.NotFound');
    const spot = await launchOne({
      SystemDisk: LOCAL,
      InstanceChargeType: 'SPOTPAID',
      InstanceMarketOptions: { SpotOptions: { MaxPrice: '1' } },
    });
    await stopped(spot);
    assert.equal(await refused(spot, system), 'InvalidParameter.InvalidInstanceNotSupported');
  });
});
