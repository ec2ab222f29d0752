import { launchFaults } from '#resources/instance/launch-faults.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { silent } from '../../../parameters.ts';
import { request } from '../../models/create-instance.ts';
import { dataDisk, dataDisks, launchFields, launchRules, systemDisk } from './launch-fields.ts';

/** What CreateInstance says of its fields, those of the classic network too (seeds 002, 003). */
export const createFields = {
  ...launchFields,
  SystemDisk: { fields: systemDisk },
  DataDisk: { ...dataDisks, item: { fields: dataDisk } },
  UseAdditionalService: silent,
} as const;

/** Rules between the parameters of CreateInstance, in the order in which they are checked. */
export const createRules = [
  { rule: 'one-of', fields: ['ImageId', 'ImageFamily'] },
  ...launchRules,
] as const;

const input = overlay(request, createFields);

export type CreateAsked = InferIn<typeof input>;

/** What CreateInstance refuses besides, from its parameters alone. */
export function refuseCreate(asked: CreateAsked): void {
  const { ClusterId, NodeControllerId, InnerIpAddress: address, VlanId } = asked;
  if (ClusterId !== undefined) throw launchFaults.nodeClusterNotFound();
  if (NodeControllerId !== undefined) throw launchFaults.nodeMalformed();
  if (address !== undefined && parseAddress(address) === undefined) {
    throw launchFaults.innerAddressMalformed();
  }
  if (address !== undefined) throw launchFaults.innerAddressUnusable();
  if (VlanId !== undefined) throw launchFaults.vlanFull();
}
