import { launchFaults } from '#resources/instance/launch-faults.ts';
import { launchTemplateFaults as faults } from '#resources/launch-template/faults.ts';
import type { LaunchPreset } from '#resources/launch-template/launch-template.ts';
import { id } from '#wire/builders.ts';
import type { Rule } from '#wire/shape.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { silent } from '../../parameters.ts';
import { checkUserData } from '../instance/launch/guest.ts';

const NO_ADDRESS = /^(?!https?:\/\/)/;

/** A letter or a Chinese character first (CreateLaunchTemplate). */
const NAME = /^(?!https?:\/\/)[\p{Script=Han}A-Za-z][\p{Script=Han}\w:-]+$/u;

export const templateName = { min: 2, max: 128, pattern: NAME, reasons: faults.nameMalformed };

const AutoSnapshotPolicyId = id('auto-snapshot-policy');

/**
 * What both actions that make versions say of a launch. Values are checked when it is launched
 * from, and not before (CreateLaunchTemplate).
 */
export const presetFields = {
  VersionDescription: {
    min: 2,
    max: 256,
    pattern: NO_ADDRESS,
    reasons: faults.descriptionMalformed,
  },
  ImageId: id('image'),
  DataDisk: { max: 16, item: { fields: { AutoSnapshotPolicyId } } },
  // Of versions alone: RunInstances has neither Iops nor EnableVmOsConfig. They are kept and shown.
  SystemDisk: { fields: { AutoSnapshotPolicyId, Iops: silent } },
  EnableVmOsConfig: silent,
  SecurityGroupIds: { max: 16 },
  NetworkInterface: { max: 16, item: { fields: { SecurityGroupIds: { max: 16 } } } },
  UserData: { max: 65_536, reasons: { length: launchFaults.userDataTooLarge } },
  Tag: givenTags,
} as const;

/** An action on a template names it in one of two ways. */
export const templateNamed = { LaunchTemplateId: id('launch-template') } as const;

export const oneOfBoth: Rule = {
  rule: 'one-of',
  fields: ['LaunchTemplateId', 'LaunchTemplateName'],
};

interface Named {
  readonly LaunchTemplateId?: string | undefined;
  readonly LaunchTemplateName?: string | undefined;
}

/** The template that a request names. */
export function templateOf(region: string, asked: Named) {
  const { LaunchTemplateId: template, LaunchTemplateName: name } = asked;
  return { region, vendor: 'aliyun', template, name } as const;
}

interface Given {
  readonly UserData?: string | undefined;
  readonly Tag?: Parameters<typeof checkedTags>[0];
}

/** What a version presets. @throws Fault where user data or tags can be of no instance */
export function presetOf(preset: Given): LaunchPreset['data'] {
  if (preset.UserData !== undefined) checkUserData(preset.UserData);
  checkedTags(preset.Tag);
  const given = Object.entries(preset).filter(([name]) => !/^(?:Resource)?Owner/.test(name));
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}
