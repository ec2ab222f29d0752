import type { WriteContext } from '#apis/context.ts';
import { planLaunch } from '#resources/instance/verbs/plan-launch.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { id, integer, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { only } from '#wire/overlay.ts';
import { withDefaults } from '#wire/with-defaults.ts';
import { launchGiven, runInstancesInput } from '../../structs/instance/launch-input.ts';
import { launchRequestOf } from '../../structs/instance/launch-request.ts';
import type { Preset } from '../../structs/instance/preset-launch.ts';

/** LaunchTemplateId of an action on one. */
export const templateId = id('launch-template', {
  required: true,
  reasons: { malformed: launchTemplateFaults.malformed },
});

/** A number of a version. */
export const versionNumber = integer({
  min: 1,
  reasons: { range: launchTemplateFaults.versionMalformed },
});

/** LaunchTemplateVersionDescription: up to 256 characters (seed 004 L31980). */
export const versionDescription = string({
  default: '',
  max: 256,
  reasons: { length: launchTemplateFaults.descriptionMalformed },
});

/** What a version may preset of a launch (L31956-32322). */
export const presets = only(
  launchGiven,
  'Placement',
  'ImageId',
  'InstanceType',
  'SystemDisk',
  'DataDisks',
  'VirtualPrivateCloud',
  'InternetAccessible',
  'InstanceCount',
  'InstanceName',
  'LoginSettings',
  'SecurityGroupIds',
  'EnhancedService',
  'HostName',
  'ActionTimer',
  'DisasterRecoverGroupIds',
  'TagSpecification',
  'InstanceMarketOptions',
  'UserData',
  'CamRoleName',
  'HpcClusterId',
  'InstanceChargeType',
  'InstanceChargePrepaid',
  'DisableApiTermination',
  'EnableJumboFrame',
  'Metadata',
  'NetworkInterfaces',
).fields;

/** The same, with what both actions that make versions take besides. */
export const presetFields = {
  ...presets,
  Placement: { ...presets.Placement, required: true },
  ClientToken: launchGiven.fields.ClientToken,
  // It is about Metadata alone, which is replaced where neither is said (L32283).
  TemplateDataModifyAction: string({ values: ['Update', 'Replace'] }),
} as const;

const presetShape = structure(presetFields);
type PresetGiven = InferIn<typeof presetShape>;

/**
 * What a version presets, once it is checked as a launch of it would be. No version keeps a
 * password (L32494).
 * @throws Fault
 */
export async function checkedPreset(context: WriteContext, given: Preset): Promise<Preset> {
  if (given.LoginSettings?.Password !== undefined) throw launchTemplateFaults.passwordNotKept();
  const launch = withDefaults(runInstancesInput, given);
  await planLaunch(context, await launchRequestOf(context, launch));
  return given;
}

/** The presets among the fields of a request. */
export function presetOf({ ClientToken: _, ...given }: PresetGiven): Preset {
  const names = [...Object.keys(presets), 'TemplateDataModifyAction'];
  const entries = Object.entries(given).filter(([name]) => names.includes(name));
  return Object.fromEntries(entries) as Preset;
}
