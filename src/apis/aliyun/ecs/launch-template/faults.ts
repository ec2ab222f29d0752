import type { FaultWords } from '#apis/fault-words.ts';
import type { launchTemplateFaults } from '#resources/launch-template/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const launchTemplateFaultWords: FaultWords<typeof launchTemplateFaults> = {
  codes: {
    notFound: 'InvalidLaunchTemplate.NotFound 404',
    nameMalformed: 'InvalidLaunchTemplateName.Malformed',
    nameTaken: 'LaunchTemplateName.Duplicated 403',
    descriptionMalformed: 'InvalidDescription.Malformed',
    versionMalformed: 'InvalidParameter',
    // Of RunInstances; no other page has a code for it.
    versionNotFound: ['InvalidLaunchTemplateVersion.NotFound 404', 'InvalidParameter'],
    versionIsDefault: 'InvalidParameter',
    tooManyNamed: 'InvalidParameter',
    tooManyVersionsNamed: 'InvalidParameter',
    quotaExceeded: 'LaunchTemplateLimitExceed 403',
    versionQuotaExceeded: 'LaunchTemplateVersionLimitExceed 403',
    dataTooLarge: 'InvalidParameter',
  },
  messages: {
    notFound: 'The specified LaunchTemplateId or LaunchTemplateName is not found.',
    nameTaken: 'The launch template name is used already: {name}.',
    versionNotFound: 'The specified version of the launch template is not found: {version}.',
    versionIsDefault: 'The default version cannot be deleted: {version}.',
    quotaExceeded: 'The quota of {limit} launch templates in one region is used up.',
    versionQuotaExceeded: 'The launch template can have {limit} versions at most.',
    dataTooLarge: 'A version of a launch template has 512 KB at most.',
  },
};
