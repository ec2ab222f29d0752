import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const FPGAUrl = 'fpga-test-123456.cos.ap-guangzhou.myqcloud.com/test.xclbin';

test('ProgramFpgaImage programs the cards that an instance has', async () => {
  const types = await cloud.ok('DescribeInstanceTypeConfigs', {
    Filters: [{ Name: 'instance-family', Values: ['FX2'] }],
  });
  const set = types['InstanceTypeConfigSet'] as ReadonlyArray<Record<string, unknown>>;
  const one = set.find(({ Zone, FPGA }) => Zone === 'ap-guangzhou-3' && FPGA === 1);
  const cards = Number(one?.['FPGA']);
  const [id = ''] = await cloud.launchRunning({
    InstanceType: one?.['InstanceType'],
    Placement: { Zone: one?.['Zone'] },
  });
  const asked = { InstanceId: id, FPGAUrl };
  const refused = (more: object) => cloud.refusal('ProgramFpgaImage', { ...asked, ...more });
  await cloud.ok('ProgramFpgaImage', { ...asked, DryRun: true });
  assert.equal((await cloud.show([id]))[0]?.['LatestOperation'], 'RunInstances');
  await cloud.ok('ProgramFpgaImage', asked);
  assert.equal((await cloud.show([id]))[0]?.['LatestOperation'], 'ProgramFpgaImage');
  await cloud.ok('ProgramFpgaImage', { ...asked, DBDFs: ['0000:00:08.0'] });
  const last = (8 + cards).toString(16).padStart(2, '0');
  const format = 'InvalidParameterValue.IncorrectFormat';
  assert.equal(await refused({ DBDFs: [`0000:00:${last}.0`] }), format);
  assert.equal(await refused({ DBDFs: ['08.0'] }), format);
  assert.equal(await refused({ FPGAUrl: 'test.xclbin' }), format);
  const many = Array.from({ length: 17 }, () => '0000:00:08.0');
  assert.equal(await refused({ DBDFs: many }), 'InvalidParameterValue.LimitExceeded');
  await cloud.ok('ProgramFpgaImage', { ...asked, DBDFs: many.slice(1) });
  assert.equal(await refused({ InstanceId: 'ins-00000000' }), 'InvalidInstanceId.NotFound');
  assert.equal(await refused({ InstanceId: 'ins-1' }), 'InvalidInstanceId.Malformed');
  await cloud.ok('StopInstances', { InstanceIds: [id] });
  assert.equal(await refused({}), 'OperationDenied.InstanceOperationInProgress');
  const [plain = ''] = await cloud.launchRunning();
  assert.equal(await refused({ InstanceId: plain }), 'UnsupportedOperation.NotFpgaInstance');
});
