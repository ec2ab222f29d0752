import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayFault } from '#apis/fault-words.ts';
import { services } from '#apis/manifest.ts';
import { runInstances } from '#apis/tencent/cvm/instance/run-instances.ts';
import { tencentVoice } from '#apis/tencent/voice.ts';
import { Fault } from '#kernel/fault.ts';
import type { Action } from '#wire/action.ts';
import { decoder } from '#wire/decode.ts';
import type { Service } from '#wire/service.ts';
import { tencentDialect } from '#wire/tencent/dialect.ts';
import { codesOfPage, serviceNamed } from './support/pages.ts';
import { faultsOf, said, speechOf } from './support/said-reasons.ts';

// The structs of a launch are those of its inquiry, of its template and of the launch of 2017: each
// page says in its own codes what is wrong with them.

const pages = [
  ['tencent 2017-03-12 cvm', 'RunInstances'],
  ['tencent 2017-03-12 cvm', 'InquiryPriceRunInstances'],
  ['tencent 2017-03-12 cvm', 'CreateLaunchTemplate'],
  ['tencent 2017 cvm', 'RunInstances'],
  ['tencent 2017 cvm', 'InquiryPriceRunInstances'],
] as const;

const [cvm] = services;
const decode = decoder(runInstances.input, tencentDialect(tencentVoice).reading.json);
const least = { Placement: { Zone: 'ap-guangzhou-3' }, ImageId: 'img-pmqg1cw7' };

/** What a launch must not be, with the code of RunInstances (seed 004 L9545-9865). */
const wrong: ReadonlyArray<readonly [code: string, body: object]> = [
  ['MissingParameter', { Placement: undefined }],
  ['MissingParameter', { ImageId: undefined }],
  ['MissingParameter', { InstanceChargeType: 'PREPAID' }],
  ['UnknownParameter', { Nothing: 1 }],
  ['InvalidParameter', { InstanceCount: 'many' }],
  ['InvalidParameterValue', { InstanceChargeType: 'FREE' }],
  ['InvalidZone.MismatchRegion', { Placement: { Zone: 'nowhere' } }],
  ['InvalidProjectId.NotFound', { Placement: { Zone: 'ap-guangzhou-3', ProjectId: -1 } }],
  ['InvalidHostId.Malformed', { Placement: { Zone: 'ap-guangzhou-3', HostIds: ['h'] } }],
  ['InvalidImageId.Malformed', { ImageId: 'image' }],
  ['InvalidPeriod', { InstanceChargePrepaid: { Period: 13 } }],
  ['InvalidParameterValue.Range', { SystemDisk: { DiskSize: 9 } }],
  ['InvalidParameterValue.TooLarge', { SystemDisk: { DiskName: 'a'.repeat(129) } }],
  ['InvalidParameterValue.Range', { DataDisks: [{ DiskSize: -1 }] }],
  [
    'InvalidParameterValue.LimitExceeded',
    { DataDisks: Array.from({ length: 22 }, () => ({ DiskSize: 10 })) },
  ],
  ['InvalidParameterValue.SnapshotIdMalformed', { DataDisks: [{ DiskSize: 10, SnapshotId: 's' }] }],
  ['InvalidParameterValue.Range', { InternetAccessible: { InternetMaxBandwidthOut: -1 } }],
  [
    'InvalidParameterValue.BandwidthPackageIdMalformed',
    { InternetAccessible: { BandwidthPackageId: 'b' } },
  ],
  ['InvalidParameterValue.Range', { InstanceCount: 0 }],
  ['InvalidParameterValue.InvalidParameterMinCount', { MinCount: 0 }],
  ['InvalidInstanceName.TooLong', { InstanceName: 'a'.repeat(129) }],
  ['InvalidKeyPairId.Malformed', { LoginSettings: { KeyIds: ['k'] } }],
  ['InvalidSecurityGroupId.NotFound', { SecurityGroupIds: ['sg'] }],
  ['InvalidClientToken.TooLong', { ClientToken: 'a'.repeat(65) }],
  [
    'InvalidParameterValue.LimitExceeded',
    { DisasterRecoverGroupIds: ['ps-3p88qhfo', 'ps-3p88qhfp'] },
  ],
  ['InvalidParameterValue.IncorrectFormat', { Metadata: { Items: [{ Key: '.', Value: '' }] } }],
  ['InvalidParameterValue.CamRoleNameMalformed', { CamRoleName: '!' }],
  [
    'InvalidParameterValue.LaunchTemplateIdMalformed',
    { LaunchTemplate: { LaunchTemplateId: 'l' } },
  ],
];

/** The refusal of an input that cannot be a launch's. */
function refusalOf(body: object): Fault {
  try {
    decode({ ...least, ...body });
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  return assert.fail(`${JSON.stringify(body)} is taken`);
}

/** The launch as an action of another page. */
function on(words: string, name: string): { service: Service; action: Action } {
  return { service: serviceNamed(words), action: { ...runInstances, name } };
}

test('what the shape of a launch refuses has, on every page, a code of that page', () => {
  for (const [code, body] of wrong) {
    const fault = refusalOf(body);
    for (const [words, name] of pages) {
      const { service, action } = on(words, name);
      const spoken = sayFault(fault, { service, action }, speechOf(service));
      const listed = codesOfPage(service, name);
      assert.ok(listed.has(spoken.code), `${words} ${name} says ${spoken.code} for ${code}`);
      if (service === cvm && name === 'RunInstances') assert.equal(spoken.code, code);
    }
  }
});

test('and so has whatever else a launch may refuse for', () => {
  const faults = [...faultsOf(cvm as Service, runInstances)];
  assert.ok(faults.length > 100);
  for (const [words, name] of pages) {
    const { service, action } = on(words, name);
    const listed = codesOfPage(service, name);
    const stray = faults.flatMap((fault) => {
      const { code, step } = said(fault, service, action);
      return listed.has(code) && step !== 'last' ? [] : [`${fault.reason}: ${code}`];
    });
    assert.deepEqual([...new Set(stray)], [], `${words} ${name}`);
  }
});
