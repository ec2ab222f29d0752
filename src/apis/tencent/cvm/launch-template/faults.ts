import type { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about launch templates (seed 004 L9545-9865). */
export const launchTemplateFaultWords: FaultWords<typeof launchTemplateFaults> = {
  codes: {
    malformed: 'InvalidParameterValue.LaunchTemplateIdMalformed',
    notFound: [
      'InvalidParameterValue.LaunchTemplateIdNotExisted',
      'InvalidParameterValue.LaunchTemplateNotFound',
    ],
    versionMalformed: 'InvalidParameterValue.LaunchTemplateVersion',
  },
  messages: {
    notFound: 'The launch template does not exist.',
  },
};
