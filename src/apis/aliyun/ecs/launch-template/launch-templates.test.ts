import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type GivenParameters,
  IMAGE,
  startTestCloud,
  type TestCloud,
  type TestNetwork,
} from '../../cloud.test-support.ts';

let cloud: TestCloud;
let network: TestNetwork;
before(async () => {
  cloud = await startTestCloud({
    configuration: { launchTemplatesPerRegionMax: 4, launchTemplateVersionsMax: 3 },
  });
  network = await cloud.network();
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
const ok = (action: string, given: GivenParameters = {}) => cloud.ok(action, given);
const refusal = (action: string, given: GivenParameters = {}) => cloud.refusal(action, given);

const preset = () => ({
  ImageId: IMAGE,
  InstanceType: 'ecs.g6.large',
  SecurityGroupId: network.group,
  VSwitchId: network.vSwitch,
  InstanceName: 'preset',
  HostName: 'preset-host',
  InternetMaxBandwidthOut: 5,
  'SystemDisk.Category': 'cloud_essd',
  'SystemDisk.Size': 40,
  'DataDisk.1.Category': 'cloud_essd',
  'DataDisk.1.Size': 20,
  'Tag.1.Key': 'made',
  'Tag.1.Value': 'by-template',
});

async function made(given: GivenParameters = {}): Promise<string> {
  const answer = await ok('CreateLaunchTemplate', {
    LaunchTemplateName: 'web',
    ...preset(),
    ...given,
  });
  assert.equal(answer['LaunchTemplateVersionNumber'], 1);
  return String(answer['LaunchTemplateId']);
}

async function versions(given: GivenParameters): Promise<readonly Item[]> {
  const answer = await ok('DescribeLaunchTemplateVersions', given);
  const sets = answer['LaunchTemplateVersionSets'] as {
    readonly LaunchTemplateVersionSet: readonly Item[];
  };
  return sets.LaunchTemplateVersionSet;
}

async function templates(given: GivenParameters): Promise<readonly Item[]> {
  const answer = await ok('DescribeLaunchTemplates', given);
  const sets = answer['LaunchTemplateSets'] as { readonly LaunchTemplateSet: readonly Item[] };
  return sets.LaunchTemplateSet;
}

async function launched(given: GivenParameters): Promise<readonly Item[]> {
  const { InstanceIdSets } = await ok('RunInstances', given);
  const ids = (InstanceIdSets as { readonly InstanceIdSet: readonly string[] }).InstanceIdSet;
  return cloud.show(ids);
}

describe('launch templates', () => {
  test('have versions, of which none is made from another', async () => {
    const id = await made({ VersionDescription: 'first', 'TemplateTag.1.Key': 'team' });
    const [template] = await templates({ 'TemplateTag.1.Key': 'team' });
    assert.deepEqual(
      [template?.['LaunchTemplateName'], template?.['DefaultVersionNumber'], template?.['Tags']],
      ['web', 1, { Tag: [{ TagKey: 'team', TagValue: '' }] }],
    );
    const second = await ok('CreateLaunchTemplateVersion', {
      LaunchTemplateName: 'web',
      InstanceType: 'ecs.g6.xlarge',
    });
    assert.equal(second['LaunchTemplateVersionNumber'], 2);
    const shown = await versions({ LaunchTemplateId: id });
    assert.deepEqual(
      shown.map((one) => [one['VersionNumber'], one['DefaultVersion'], one['VersionDescription']]),
      [
        [2, false, ''],
        [1, true, 'first'],
      ],
    );
    assert.deepEqual(shown[0]?.['LaunchTemplateData'], {
      InstanceType: 'ecs.g6.xlarge',
      Tags: { InstanceTag: [] },
    });
    const data = shown[1]?.['LaunchTemplateData'] as Item;
    assert.deepEqual(data['Tags'], { InstanceTag: [{ Key: 'made', Value: 'by-template' }] });
    assert.deepEqual([data['SystemDisk.Size'], 'SystemDisk' in data], [40, false]);
    assert.deepEqual(data['DataDisks'], {
      DataDisk: [{ Category: 'cloud_essd', Size: 20 }],
    });
    assert.deepEqual(
      [data['ImageId'], data['SecurityGroupId'], data['VSwitchId']],
      [IMAGE, network.group, network.vSwitch],
    );
    const plain = await versions({ LaunchTemplateId: id, DetailFlag: false, MaxVersion: 1 });
    assert.deepEqual(
      plain.map((one) => [one['VersionNumber'], 'LaunchTemplateData' in one]),
      [[1, false]],
    );
    await ok('ModifyLaunchTemplateDefaultVersion', {
      LaunchTemplateId: id,
      DefaultVersionNumber: 2,
    });
    const gone = await ok('DeleteLaunchTemplateVersion', {
      LaunchTemplateId: id,
      'DeleteVersion.1': 1,
    });
    assert.deepEqual(gone['LaunchTemplateVersions'], {
      LaunchTemplateVersion: [{ LaunchTemplateId: id, LaunchTemplateVersionNumber: 1 }],
    });
    const last = await ok('DeleteLaunchTemplate', { LaunchTemplateName: 'web' });
    assert.deepEqual(last['LaunchTemplateVersionNumbers'], { versionNumbers: [2] });
    assert.deepEqual(await templates({ 'LaunchTemplateId.1': id }), []);
  });

  test('are launched from by name or id; what is given wins, parameter by parameter', async () => {
    const id = await made();
    const [plain] = await launched({ LaunchTemplateName: 'web' });
    assert.deepEqual(
      [plain?.['InstanceName'], plain?.['HostName'], plain?.['InternetMaxBandwidthOut']],
      ['preset', 'preset-host', 5],
    );
    const [given] = await launched({
      LaunchTemplateId: id,
      LaunchTemplateVersion: 1,
      InstanceName: 'given',
      InternetMaxBandwidthOut: 0,
      'SystemDisk.Size': 60,
    });
    assert.deepEqual(
      [given?.['InstanceName'], given?.['HostName'], given?.['InternetMaxBandwidthOut']],
      ['given', 'preset-host', 0],
    );
    const disks = await ok('DescribeDisks', { InstanceId: String(given?.['InstanceId']) });
    const { Disk } = disks['Disks'] as { readonly Disk: readonly Item[] };
    assert.deepEqual(
      new Set(Disk.map(({ Type, Category, Size }) => [Type, Category, Size].join(' '))),
      new Set(['system cloud_essd 60', 'data cloud_essd 20']),
    );
    await ok('DeleteLaunchTemplate', { LaunchTemplateId: id });
  });

  test('are checked when they are launched from, not when they are made', async () => {
    const id = await made({ InstanceType: 'ecs.none.large', 'SystemDisk.Category': 'floppy' });
    const from = { LaunchTemplateId: id };
    assert.equal(
      await refusal('RunInstances', from),
      '400 InvalidSystemDiskCategory.ValueNotSupported',
    );
    const better = { ...from, 'SystemDisk.Category': 'cloud_essd' };
    assert.match(await refusal('RunInstances', better), /InvalidInstanceType/);
    assert.equal((await launched({ ...better, InstanceType: 'ecs.g6.large' })).length, 1);
    await ok('DeleteLaunchTemplate', from);
    const empty = await ok('CreateLaunchTemplate', { LaunchTemplateName: 'empty' });
    const none = { LaunchTemplateId: String(empty['LaunchTemplateId']) };
    assert.equal(await refusal('RunInstances', none), '400 MissingParameter');
    await ok('DeleteLaunchTemplate', none);
  });
});

describe('what is refused of launch templates', () => {
  test('names, descriptions, user data and tags', async () => {
    const id = await made();
    const create = (given: GivenParameters) =>
      refusal('CreateLaunchTemplate', { LaunchTemplateName: 'other', ...given });
    for (const [given, code] of [
      [{ LaunchTemplateName: 'web' }, '403 LaunchTemplateName.Duplicated'],
      [{ LaunchTemplateName: '1web' }, '400 InvalidLaunchTemplateName.Malformed'],
      [{ VersionDescription: 'http://x' }, '400 InvalidDescription.Malformed'],
      [{ UserData: '!' }, '400 InvalidUserData.Base64FormatInvalid'],
      [{ 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' }, '400 Duplicate.TagKey'],
      [{ TemplateResourceGroupId: 'rg-none' }, '404 InvalidResourceGroup.NotFound'],
    ] as const) {
      assert.equal(await create(given), code);
    }
    await ok('DeleteLaunchTemplate', { LaunchTemplateId: id });
  });

  test('what is not there, and the default version', async () => {
    const id = await made();
    const none = '404 InvalidLaunchTemplate.NotFound';
    const unknown = { LaunchTemplateName: 'none' };
    const one = { 'DeleteVersion.1': 1 };
    assert.equal(await refusal('DeleteLaunchTemplate', unknown), none);
    assert.equal(await refusal('DeleteLaunchTemplate'), '400 MissingParameter');
    assert.equal(await refusal('CreateLaunchTemplateVersion', unknown), none);
    assert.equal(await refusal('DescribeLaunchTemplateVersions', unknown), none);
    assert.equal(await refusal('DeleteLaunchTemplateVersion', { ...unknown, ...one }), none);
    const own = { LaunchTemplateId: id };
    assert.equal(
      await refusal('DeleteLaunchTemplateVersion', { ...own, ...one }),
      '400 InvalidParameter',
    );
    const second = { ...own, DefaultVersionNumber: 2 };
    assert.equal(
      await refusal('ModifyLaunchTemplateDefaultVersion', second),
      '400 InvalidParameter',
    );
    assert.equal(
      await refusal('RunInstances', { ...own, LaunchTemplateVersion: 2 }),
      '404 InvalidLaunchTemplateVersion.NotFound',
    );
    assert.equal(
      await refusal('RunInstances', { LaunchTemplateVersion: 2 }),
      '400 MissingParameter',
    );
    await ok('DeleteLaunchTemplate', own);
  });

  test('more than the quotas', async () => {
    const id = await made();
    const more = { LaunchTemplateId: id };
    await ok('CreateLaunchTemplateVersion', more);
    await ok('CreateLaunchTemplateVersion', more);
    assert.equal(
      await refusal('CreateLaunchTemplateVersion', more),
      '403 LaunchTemplateVersionLimitExceed',
    );
    for (const name of ['b1', 'c1', 'd1']) await made({ LaunchTemplateName: name });
    assert.equal(
      await refusal('CreateLaunchTemplate', { LaunchTemplateName: 'e1' }),
      '403 LaunchTemplateLimitExceed',
    );
  });
});
