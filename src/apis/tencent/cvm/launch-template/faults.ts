import type { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about launch templates (seed 004 L9545-9865). */
export const launchTemplateFaultWords: FaultWords<typeof launchTemplateFaults> = {
  malformed: { codes: ['InvalidParameterValue.LaunchTemplateIdMalformed'] },
  notFound: {
    codes: [
      'InvalidParameterValue.LaunchTemplateIdNotExisted',
      'InvalidParameterValue.LaunchTemplateNotFound',
    ],
  },
  versionMalformed: { codes: ['InvalidParameterValue.LaunchTemplateVersion'] },
};
