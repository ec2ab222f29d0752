import type { FaultWords } from '#apis/fault-words.ts';
import type { consoleFaults } from '#resources/console/faults.ts';

/**
 * Codes of the pages of consoles, such as
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancevncurl
 */
export const consoleFaultWords: FaultWords<typeof consoleFaults> = {
  codes: {
    elsewhere: 'InvalidRegionInstance',
    notReady: ['InstanceNotReady 403', 'IncorrectInstanceStatus 405'],
    passwordMalformed: 'IncorrectVncPassword.Malformed',
    noOutput: 'NotSupported 405',
  },
  messages: {
    passwordMalformed: 'VncPassword must have six characters: letters and digits.',
    noOutput: 'The system of {instance} writes nothing on its console.',
  },
};
