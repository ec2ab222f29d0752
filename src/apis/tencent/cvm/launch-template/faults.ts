import type { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about launch templates (seed 004 L9545-9865, L31870-34100). */
export const launchTemplateFaultWords: FaultWords<typeof launchTemplateFaults> = {
  codes: {
    malformed: 'InvalidParameterValue.LaunchTemplateIdMalformed',
    notFound: [
      'InvalidParameterValue.LaunchTemplateIdNotExisted',
      'InvalidParameterValue.LaunchTemplateNotFound',
    ],
    nameMalformed: 'InvalidParameterValue.InvalidLaunchTemplateName',
    descriptionMalformed: 'InvalidParameterValue.InvalidLaunchTemplateVersionDescription',
    versionMalformed: 'InvalidParameterValue.LaunchTemplateVersion',
    // A launch has the second alone (L9691).
    versionNotFound: [
      'InvalidParameterValue.LaunchTemplateIdVerNotExisted',
      'InvalidParameterValue.LaunchTemplateVersion',
    ],
    versionsConflict: ['InvalidParameterCombination', 'InvalidParameter'],
    versionIsDefault: 'InvalidParameterValue.LaunchTemplateDefaultVersion',
    alreadyDefault: 'InvalidParameterValue.LaunchTemplateIdVerSetAlready',
    tooManyNamed: 'InvalidParameter',
    tooManyVersionsNamed: ['InvalidParameterValue.LimitExceeded', 'InvalidParameterValue'],
    quotaExceeded: 'LimitExceeded.LaunchTemplateQuota',
    versionQuotaExceeded: 'LimitExceeded.LaunchTemplateVersionQuota',
    dataTooLarge: 'InvalidParameterValue.LimitExceeded',
    passwordNotKept: 'InvalidParameter.PasswordNotSupported',
  },
  messages: {
    notFound: 'The launch template `{launch-template}` does not exist.',
    versionNotFound: 'The launch template `{launch-template}` has no version {version}.',
    versionsConflict: 'LaunchTemplateVersions and DefaultVersion cannot both be given.',
    versionIsDefault: 'Version {version} is the default version, which cannot be deleted.',
    alreadyDefault: 'Version {version} is the default version already.',
    quotaExceeded: 'The quota of {limit} launch templates in one region is used up.',
    versionQuotaExceeded: 'The launch template has {limit} versions, and can have no more.',
    dataTooLarge: 'A version of a launch template has 512 KB at most.',
    passwordNotKept: 'LoginSettings.Password cannot be kept in a launch template.',
  },
};
