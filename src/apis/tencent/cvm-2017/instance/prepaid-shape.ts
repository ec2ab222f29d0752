import { overlay } from '#wire/overlay.ts';
import { prepaidShape as today } from '../../structs/instance/prepaid-shape.ts';

/** InstanceChargePrepaid (L50045-50071), which renews itself unless it is told not to. */
export const prepaidShape = overlay(today, {
  // Months (seed 004 L50057, L45309).
  Period: { values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 36] },
  RenewFlag: { default: 'NOTIFY_AND_AUTO_RENEW' },
});
