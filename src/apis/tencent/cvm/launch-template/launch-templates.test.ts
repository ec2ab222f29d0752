import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBody, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;

before(async () => {
  cloud = await startTestCloud({
    configuration: { launchTemplatesPerRegionMax: 8, launchTemplateVersionsMax: 3 },
  });
});
after(() => cloud.stop());

const preset = {
  ...launchBody,
  InstanceName: 'from-{R:1}',
  InstanceCount: 2,
  DataDisks: [{ DiskType: 'CLOUD_PREMIUM', DiskSize: 50 }],
  DisableApiTermination: true,
  UserData: 'TXlVc2VyRGF0YQo=',
  TagSpecification: [{ ResourceType: 'instance', Tags: [{ Key: 'made', Value: 'by-template' }] }],
};

async function made(body: object = {}): Promise<string> {
  const { LaunchTemplateId } = await cloud.ok('CreateLaunchTemplate', {
    LaunchTemplateName: 'web',
    ...preset,
    ...body,
  });
  return String(LaunchTemplateId);
}

type Version = Readonly<Record<string, unknown>>;

async function versionsOf(id: string, more: object = {}): Promise<readonly Version[]> {
  const answer = await cloud.ok('DescribeLaunchTemplateVersions', {
    LaunchTemplateId: id,
    ...more,
  });
  return answer['LaunchTemplateVersionSet'] as readonly Version[];
}

async function summaryOf(id: string): Promise<Version | undefined> {
  const { LaunchTemplateSet } = await cloud.ok('DescribeLaunchTemplates', {
    LaunchTemplateIds: [id],
  });
  return (LaunchTemplateSet as readonly Version[])[0];
}

async function launched(body: object) {
  const { InstanceIdSet } = await cloud.ok('RunInstances', body);
  await cloud.passTime(60_000);
  return cloud.show(InstanceIdSet as readonly string[]);
}

describe('A template and its versions', () => {
  test('the first version is 1 and the default one; numbers are not given twice', async () => {
    const id = await made({ LaunchTemplateVersionDescription: 'first' });
    const more = { LaunchTemplateId: id, Placement: launchBody.Placement };
    const second = await cloud.ok('CreateLaunchTemplateVersion', { ...more, InstanceCount: 1 });
    assert.equal(second['LaunchTemplateVersionNumber'], 2);
    await cloud.ok('ModifyLaunchTemplateDefaultVersion', {
      LaunchTemplateId: id,
      DefaultVersion: 2,
    });
    await cloud.ok('DeleteLaunchTemplateVersions', {
      LaunchTemplateId: id,
      LaunchTemplateVersions: [1],
    });
    const third = await cloud.ok('CreateLaunchTemplateVersion', more);
    assert.equal(third['LaunchTemplateVersionNumber'], 3);
    const summary = await summaryOf(id);
    assert.deepEqual(
      [
        summary?.['DefaultVersionNumber'],
        summary?.['LatestVersionNumber'],
        summary?.['LaunchTemplateVersionCount'],
        summary?.['LaunchTemplateName'],
      ],
      [2, 3, 2, 'web'],
    );
    const versions = await versionsOf(id);
    assert.deepEqual(
      versions.map((one) => [one['LaunchTemplateVersion'], one['IsDefaultVersion']]),
      [
        [3, false],
        [2, true],
      ],
    );
    await cloud.ok('DeleteLaunchTemplate', { LaunchTemplateId: id });
    assert.equal(await summaryOf(id), undefined);
  });

  test('a version shows what it presets and nothing else', async () => {
    const id = await made();
    const [version] = await versionsOf(id, { DefaultVersion: true });
    const data = version?.['LaunchTemplateVersionData'] as Version;
    assert.deepEqual(
      [data['ImageId'], data['InstanceCount'], data['InstanceName'], data['UserData']],
      ['img-9qabwvbn', 2, 'from-{R:1}', 'TXlVc2VyRGF0YQo='],
    );
    assert.equal('LoginSettings' in data, false);
    assert.equal('ClientToken' in data, false);
    await cloud.ok('DeleteLaunchTemplate', { LaunchTemplateId: id });
  });

  test('a new version is what it does not say as the one it begins from', async () => {
    const id = await made();
    const more = { LaunchTemplateId: id, Placement: launchBody.Placement };
    await cloud.ok('CreateLaunchTemplateVersion', { ...more, InstanceType: 'S5.LARGE8' });
    await cloud.ok('CreateLaunchTemplateVersion', {
      ...more,
      LaunchTemplateVersion: 2,
      InstanceCount: 1,
    });
    const [version] = await versionsOf(id, { LaunchTemplateVersions: [3] });
    const data = version?.['LaunchTemplateVersionData'] as Version;
    assert.deepEqual([data['InstanceType'], data['InstanceCount']], ['S5.LARGE8', 1]);
    assert.equal((await versionsOf(id, { MinVersion: 2, MaxVersion: 2 })).length, 1);
    await cloud.ok('DeleteLaunchTemplate', { LaunchTemplateId: id });
  });

  test('is found by its name and by its tags', async () => {
    const id = await made({
      LaunchTemplateName: 'tagged',
      LaunchTemplateTagSpecification: [
        { ResourceType: 'launch-template', Tags: [{ Key: 'team', Value: 'web' }] },
      ],
    });
    for (const filter of [
      { Name: 'LaunchTemplateName', Values: ['tagged'] },
      { Name: 'tag-key', Values: ['team'] },
      { Name: 'tag:team', Values: ['web'] },
    ]) {
      const found = await cloud.ok('DescribeLaunchTemplates', { Filters: [filter] });
      assert.equal(found['TotalCount'], 1, filter.Name);
    }
    await cloud.ok('DeleteLaunchTemplate', { LaunchTemplateId: id });
    const gone = await cloud.ok('DescribeLaunchTemplates', {
      Filters: [{ Name: 'tag-key', Values: ['team'] }],
    });
    assert.equal(gone['TotalCount'], 0);
  });
});

describe('A launch from a template', () => {
  test('is what the default version presets', async () => {
    const id = await made();
    const shown = await launched({ LaunchTemplate: { LaunchTemplateId: id } });
    assert.deepEqual(
      shown.map((one) => one['InstanceName']),
      ['from-1', 'from-2'],
    );
    const [first] = shown;
    const disks = first?.['DataDisks'] as readonly unknown[] | undefined;
    assert.equal(disks?.length, 1);
    assert.deepEqual(first?.['Tags'], [{ Key: 'made', Value: 'by-template' }]);
    const ids = shown.map(({ InstanceId }) => InstanceId);
    assert.notEqual(await cloud.refusal('TerminateInstances', { InstanceIds: ids }), undefined);
    await cloud.ok('DeleteLaunchTemplate', { LaunchTemplateId: id });
    assert.equal((await cloud.show(ids)).length, 2);
  });

  test('what is given beside it wins, even where it is the default', async () => {
    const id = await made();
    const shown = await launched({
      LaunchTemplate: { LaunchTemplateId: id, LaunchTemplateVersion: 1 },
      InstanceCount: 1,
      InstanceName: 'mine',
      DisableApiTermination: false,
      DataDisks: [],
    });
    assert.deepEqual(
      shown.map((one) => [one['InstanceName'], one['DisableApiTermination']]),
      [['mine', false]],
    );
    assert.deepEqual(shown[0]?.['DataDisks'] ?? [], []);
    await cloud.ok('DeleteLaunchTemplate', { LaunchTemplateId: id });
  });

  test('its Metadata is replaced, or added to where the template says so', async () => {
    const items = (...pairs: ReadonlyArray<readonly [string, string]>) => ({
      Items: pairs.map(([Key, Value]) => ({ Key, Value })),
    });
    const given = { Metadata: items(['k2', 'v3']), InstanceCount: 1 };
    for (const [action, expected] of [
      ['Replace', [['k2', 'v3']]],
      [
        'Update',
        [
          ['k1', 'v1'],
          ['k2', 'v3'],
        ],
      ],
    ] as const) {
      const id = await made({
        TemplateDataModifyAction: action,
        Metadata: items(['k1', 'v1'], ['k2', 'v2']),
      });
      // A version that does not say is as the one it begins from.
      const { LaunchTemplateVersionNumber: LaunchTemplateVersion } = await cloud.ok(
        'CreateLaunchTemplateVersion',
        { LaunchTemplateId: id, Placement: launchBody.Placement },
      );
      const LaunchTemplate = { LaunchTemplateId: id, LaunchTemplateVersion };
      const [shown] = await launched({ LaunchTemplate, ...given });
      const metadata = shown?.['Metadata'] as ReturnType<typeof items>;
      assert.deepEqual(
        metadata.Items.map(({ Key, Value }) => [Key, Value]),
        expected,
      );
      await cloud.ok('DeleteLaunchTemplate', { LaunchTemplateId: id });
    }
  });

  test('what is paid in advance has its term from either', async () => {
    const id = await made({
      InstanceChargePrepaid: { Period: 2, RenewFlag: 'DISABLE_NOTIFY_AND_MANUAL_RENEW' },
    });
    const from = { LaunchTemplate: { LaunchTemplateId: id }, InstanceCount: 1 };
    const [paid] = await launched({ ...from, InstanceChargeType: 'PREPAID' });
    assert.equal(paid?.['InstanceChargeType'], 'PREPAID');
    const plain = {
      LaunchTemplate: { LaunchTemplateId: await made() },
      InstanceChargeType: 'PREPAID',
    };
    assert.equal(await cloud.refusal('RunInstances', plain), 'MissingParameter');
    for (const { LaunchTemplate } of [from, plain]) {
      await cloud.ok('DeleteLaunchTemplate', LaunchTemplate);
    }
  });

  test('costs what it presets', async () => {
    const id = await made();
    const price = async (body: object) => {
      const answer = await cloud.ok('InquiryPriceRunInstances', body);
      return answer['Price'];
    };
    const { InstanceName: _, UserData: __, DisableApiTermination: ___, ...plain } = preset;
    assert.deepEqual(await price({ LaunchTemplate: { LaunchTemplateId: id } }), await price(plain));
    await cloud.ok('DeleteLaunchTemplate', { LaunchTemplateId: id });
  });
});

describe('What is refused', () => {
  const { Placement } = launchBody;
  const unknown = { LaunchTemplateId: 'lt-00000000' };
  const none = 'InvalidParameterValue.LaunchTemplateIdNotExisted';
  const noVersion = 'InvalidParameterValue.LaunchTemplateIdVerNotExisted';

  test('of making a template', async () => {
    const create = (body: object) =>
      cloud.refusal('CreateLaunchTemplate', { LaunchTemplateName: 'web', ...preset, ...body });
    const cases = [
      ['InvalidParameterValue.InvalidLaunchTemplateName', { LaunchTemplateName: 'x' }],
      [
        'InvalidParameterValue.InvalidLaunchTemplateVersionDescription',
        { LaunchTemplateVersionDescription: 'x'.repeat(257) },
      ],
      ['InvalidParameter.PasswordNotSupported', { LoginSettings: { Password: 'Abc12345!' } }],
      ['InvalidImageId.NotFound', { ImageId: 'img-00000000' }],
      ['InvalidZone.MismatchRegion', { Placement: { Zone: 'ap-shanghai-2' } }],
    ] as const;
    for (const [code, body] of cases) assert.equal(await create(body), code);
    await cloud.ok('DeleteLaunchTemplate', {
      LaunchTemplateId: await made({ LaunchTemplateVersionDescription: 'x'.repeat(256) }),
    });
  });

  test('of one that is not there, and of versions', async () => {
    const id = await made();
    const refuses = async (code: string, action: string, body: object) =>
      assert.equal(await cloud.refusal(action, body), code, action);
    const Versions = { LaunchTemplateVersions: [1] };
    await refuses(none, 'DeleteLaunchTemplate', unknown);
    await refuses(none, 'DeleteLaunchTemplateVersions', { ...unknown, ...Versions });
    await refuses(none, 'DescribeLaunchTemplateVersions', unknown);
    await refuses(none, 'CreateLaunchTemplateVersion', { ...unknown, Placement });
    await refuses(none, 'ModifyLaunchTemplateDefaultVersion', { ...unknown, DefaultVersion: 1 });
    await refuses(none, 'RunInstances', { LaunchTemplate: unknown });
    const own = { LaunchTemplateId: id };
    await refuses(noVersion, 'DeleteLaunchTemplateVersions', {
      ...own,
      LaunchTemplateVersions: [1, 2],
    });
    await refuses(noVersion, 'DescribeLaunchTemplateVersions', {
      ...own,
      LaunchTemplateVersions: [2],
    });
    await refuses(noVersion, 'ModifyLaunchTemplateDefaultVersion', { ...own, DefaultVersion: 2 });
    await refuses('InvalidParameterValue.LaunchTemplateVersion', 'RunInstances', {
      LaunchTemplate: { ...own, LaunchTemplateVersion: 2 },
    });
    await refuses(
      'InvalidParameterValue.LaunchTemplateDefaultVersion',
      'DeleteLaunchTemplateVersions',
      { ...own, ...Versions },
    );
    await refuses(
      'InvalidParameterValue.LaunchTemplateIdVerSetAlready',
      'ModifyLaunchTemplateDefaultVersion',
      { ...own, DefaultVersion: 1 },
    );
    await refuses('InvalidParameterCombination', 'DescribeLaunchTemplateVersions', {
      ...own,
      ...Versions,
      DefaultVersion: true,
    });
    await cloud.ok('DeleteLaunchTemplate', own);
  });

  test('beyond the quotas', async () => {
    const id = await made();
    const more = { LaunchTemplateId: id, Placement };
    await cloud.ok('CreateLaunchTemplateVersion', more);
    await cloud.ok('CreateLaunchTemplateVersion', more);
    const code = await cloud.refusal('CreateLaunchTemplateVersion', more);
    assert.equal(code, 'LimitExceeded.LaunchTemplateVersionQuota');
    for (let at = 1; at < 8; at += 1) await made({ LaunchTemplateName: `web-${at}` });
    const body = { LaunchTemplateName: 'web', ...preset };
    assert.equal(
      await cloud.refusal('CreateLaunchTemplate', body),
      'LimitExceeded.LaunchTemplateQuota',
    );
    const elsewhere = {
      ...body,
      Placement: { Zone: 'ap-shanghai-2' },
    };
    await cloud.ok('CreateLaunchTemplate', elsewhere, { region: 'ap-shanghai' });
  });
});
