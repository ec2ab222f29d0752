import type { FaultWords } from '#apis/fault-words.ts';
import type { rescueFaults } from '#resources/instance/rescue-faults.ts';

/** Codes of EnterRescueMode (seed 004 L17547-17595). */
export const rescueFaultWords: FaultWords<typeof rescueFaults> = {
  codes: {
    armMachine: 'UnsupportedOperation.ArmArchitecture',
    notHere: ['UnsupportedOperation.SpecialInstanceType', 'InvalidInstance.NotSupported'],
  },
  messages: {
    armMachine: 'The instance `{instance}` is an ARM one: rescue mode is for x86.',
    notHere: 'The instance `{instance}` has no rescue mode: {why}',
  },
};
