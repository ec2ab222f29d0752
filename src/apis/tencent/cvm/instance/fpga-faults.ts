import type { FaultWords } from '#apis/fault-words.ts';
import type { fpgaFaults } from '#resources/instance/fpga-faults.ts';

/** Codes of the page of ProgramFpgaImage (seed 004 L18885-18899). */
export const fpgaFaultWords: FaultWords<typeof fpgaFaults> = {
  codes: {
    noCards: 'UnsupportedOperation.NotFpgaInstance',
    noSuchCard: 'InvalidParameterValue.IncorrectFormat',
    urlMalformed: 'InvalidParameterValue.IncorrectFormat',
    tooMany: 'InvalidParameterValue.LimitExceeded',
  },
  messages: {
    noCards: 'The instance `{instance}` has no FPGA cards.',
    noSuchCard: 'The instance has no FPGA card at that address.',
    urlMalformed: '`FPGAUrl` is the address of a file, such as host.example/test.xclbin.',
    tooMany: 'An instance has at most sixteen FPGA cards.',
  },
};
