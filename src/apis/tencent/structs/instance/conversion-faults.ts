import type { FaultWords } from '#apis/fault-words.ts';
import type { conversionFaults } from '#resources/instance/conversion-faults.ts';

/** Codes of ConvertOperatingSystems (seed 004 L28448-28506). */
export const conversionFaultWords: FaultWords<typeof conversionFaults> = {
  codes: {
    targetUnknown: 'InvalidParameter.InvalidTargetOSType',
    windows: 'UnsupportedOperation.InstanceOsWindows',
    systemUnfit: 'UnsupportedOperation.InstanceOsConvertOsNotSupport',
    notRunning: 'UnsupportedOperation.InstanceStateNotRunning',
    notHere: 'UnsupportedOperation.SpecialInstanceType',
  },
  messages: {
    targetUnknown: 'TargetOSType must be TencentOS.',
    windows: 'The instance `{instance}` runs Windows: that is not converted.',
    systemUnfit: 'The instance `{instance}` runs neither CentOS 7 nor CentOS 8.',
    notRunning: 'The instance `{instance}` is {state}: it must be RUNNING.',
    notHere: 'The system of the instance `{instance}` is not converted: {why}',
  },
};
