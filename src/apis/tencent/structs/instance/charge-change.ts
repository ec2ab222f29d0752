import { chargeChangeFaults } from '#resources/instance/charge-change-faults.ts';
import type { ChargeChange } from '#resources/instance/verbs/plan-charge-change.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { request } from '../../cvm/models/modify-instances-charge-type.ts';
import { instanceIdsMeant } from './instance-ids.ts';
import { prepaidOf, prepaidShape } from './prepaid-shape.ts';

/** The input of ModifyInstancesChargeType (seed 004 L16042-16080): up to 30 instances. */
export const chargeChangeInput = overlay(request, {
  InstanceIds: { ...instanceIdsMeant, max: 30 },
  InstanceChargeType: { required: true, values: ['PREPAID', 'POSTPAID_BY_HOUR'] },
  InstanceChargePrepaid: prepaidShape,
  ModifyPortableDataDisk: { default: false },
});

type Asked = Pick<
  InferIn<typeof chargeChangeInput>,
  'InstanceIds' | 'InstanceChargeType' | 'InstanceChargePrepaid' | 'ModifyPortableDataDisk'
>;

/** The same in neutral words. @throws charge-change.periodMissing */
export function chargeChangeOf(asked: Asked, region: string): ChargeChange {
  const { InstanceChargePrepaid: given } = asked;
  const isAhead = asked.InstanceChargeType === 'PREPAID';
  if (isAhead && given === undefined) throw chargeChangeFaults.periodMissing();
  return {
    keys: asked.InstanceIds,
    region,
    prepaid: isAhead && given !== undefined ? prepaidOf(given) : null,
    zones: 'one',
    dataDisks: asked.ModifyPortableDataDisk ? 'elastic follow' : 'elastic stay',
  };
}
