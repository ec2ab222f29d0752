import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const SETTLED_MS = 60_000;
/** Of the catalogue: CentOS 6.6, and Windows Server 2022. */
const CENTOS_6 = 'img-pmqg1cw7';
const WINDOWS = 'img-m07ny34j';

describe('ConvertOperatingSystems', () => {
  let cloud: TestCloud;
  let instance = '';

  const convert = (body: object) => cloud.ok('ConvertOperatingSystems', body);
  const refusal = (body: object) => cloud.refusal('ConvertOperatingSystems', body);
  const shown = async (): Promise<Readonly<Record<string, unknown>>> =>
    (await cloud.show([instance]))[0] ?? {};
  const latest = async () => {
    const { InstanceState, LatestOperation, LatestOperationState } = await shown();
    return [InstanceState, LatestOperation, LatestOperationState];
  };

  before(async () => {
    cloud = await startTestCloud();
    [instance = ''] = await cloud.launchRunning();
  });
  after(() => cloud.stop());

  test('a trial says what the systems become, and changes nothing', async () => {
    const tried = await convert({ InstanceIds: [instance], DryRun: true });
    const target = { TargetOSType: 'TencentOS', TargetOSVersion: '2.4' };
    assert.deepEqual(tried['SupportTargetOSList'], [target]);
    assert.equal(tried['TaskId'], '');
    assert.match(String((await shown())['OsName']), /CentOS 7/);
  });

  test('CentOS 7 becomes TencentOS by a reboot, and is CentOS no more', async () => {
    const body = { InstanceIds: [instance], MinimalConversion: true, TargetOSType: 'TencentOS' };
    const { TaskId, SupportTargetOSList } = await convert(body);
    assert.match(String(TaskId), /^\d{8}$/);
    assert.equal(SupportTargetOSList, undefined);
    assert.deepEqual(await latest(), ['REBOOTING', 'ConvertOperatingSystems', 'OPERATING']);
    assert.equal(await refusal(body), 'InvalidInstance.NotSupported');
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await latest(), ['RUNNING', 'ConvertOperatingSystems', 'SUCCESS']);
    assert.equal((await shown())['OsName'], 'TencentOS Server 2.4 64bit');
    assert.equal(await refusal(body), 'UnsupportedOperation.InstanceOsConvertOsNotSupport');
  });

  test('what is refused, in the codes of the page', async () => {
    const [fresh = ''] = await cloud.launchRunning();
    const of = async (ImageId: string) => (await cloud.launchRunning({ ImageId }))[0] ?? '';
    const cases: ReadonlyArray<readonly [object, string]> = [
      [{ TargetOSType: 'CentOS' }, 'InvalidParameter.InvalidTargetOSType'],
      [{ InstanceIds: ['ins-00000000'] }, 'InvalidInstanceId.NotFound'],
      [{ InstanceIds: ['ins-1'] }, 'InvalidParameterValue.InstanceIdMalformed'],
      [{ InstanceIds: [] }, 'MissingParameter'],
      [{ InstanceIds: [await of(WINDOWS)] }, 'UnsupportedOperation.InstanceOsWindows'],
      [
        { InstanceIds: [fresh, await of(CENTOS_6)] },
        'UnsupportedOperation.InstanceOsConvertOsNotSupport',
      ],
    ];
    for (const [body, code] of cases) {
      assert.equal(await refusal({ InstanceIds: [fresh], ...body }), code, JSON.stringify(body));
    }
    await cloud.ok('StopInstances', { InstanceIds: [fresh] });
    await cloud.passTime(SETTLED_MS);
    const stopped = await refusal({ InstanceIds: [fresh] });
    assert.equal(stopped, 'UnsupportedOperation.InstanceStateNotRunning');
  });
});
