import type { FaultWords } from '#apis/fault-words.ts';
import type { launchTemplateFaults } from '#resources/launch-template/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const launchTemplateFaultWords: FaultWords<typeof launchTemplateFaults> = {
  codes: {
    notFound: 'InvalidLaunchTemplate.NotFound',
  },
  messages: {
    notFound: 'The specified LaunchTemplateId or LaunchTemplateName is not found.',
  },
};
