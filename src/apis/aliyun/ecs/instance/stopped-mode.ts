/**
 * StoppedMode of an input. Not-applicable is what DescribeInstances shows of a running instance;
 * Terraform's provider sends it back when it stops one, and means nothing by it.
 */
export const stoppedMode = {
  values: ['KeepCharging', 'StopCharging', 'Not-applicable'],
  default: 'KeepCharging',
} as const;
