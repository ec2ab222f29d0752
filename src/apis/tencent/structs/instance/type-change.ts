import { request } from '../../cvm/models/reset-instances-type.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { typeChangeFaults } from '#resources/instance/type-change-faults.ts';
import { requireTypeForm } from '../instance-type/type-name.ts';
import { instanceIdsMeant } from './instance-ids.ts';

/** The input of ResetInstancesType: one instance (seed 004 L19819), one type. */
export const typeChangeInput = overlay(request, {
  InstanceIds: { ...instanceIdsMeant, max: 1 },
  InstanceType: { required: true },
  ForceStop: { default: false },
});

/** The one instance, and the type it is to become. @throws instance-type.malformed */
export function typeAsked({
  InstanceIds: [instance],
  InstanceType: type,
}: Pick<InferIn<typeof typeChangeInput>, 'InstanceIds' | 'InstanceType'>) {
  requireTypeForm(type);
  if (instance === undefined) throw typeChangeFaults.nothingNamed();
  return { instance, type };
}
