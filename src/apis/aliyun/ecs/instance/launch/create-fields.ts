import { launchFaults } from '#resources/instance/launch-faults.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { boolean, list, string, structure } from '#wire/builders.ts';
import type { InferInput } from '#wire/infer.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { dataDiskFields, systemDiskFields } from './disk-fields.ts';
import { launchFields, launchRules } from './launch-fields.ts';
import type { Refusals } from './refusals.ts';

const DISKS_MAX = 16;

/** What CreateInstance takes besides: of the classic network, mostly (seeds 002 and 003). */
export const createFields = {
  ...launchFields,
  InstanceType: string({ required: true }),
  SystemDisk: structure(systemDiskFields),
  DataDisk: list(structure(dataDiskFields), {
    max: DISKS_MAX,
    reasons: { count: diskFaults.tooMany },
  }),
  ClusterId: string(),
  VlanId: string(),
  InnerIpAddress: string(),
  NodeControllerId: string(),
  UseAdditionalService: boolean({ deprecated: true }),
} as const;

export type CreateAsked = InferInput<typeof createFields>;

/** Rules between the parameters of CreateInstance, in the order in which they are checked. */
export const createRules = [
  { rule: 'one-of', fields: ['ImageId', 'ImageFamily'] },
  ...launchRules,
] as const;

/** What CreateInstance refuses besides, from its parameters alone. */
export const createRefusals: Refusals<CreateAsked> = [
  [({ ClusterId }) => ClusterId !== undefined, launchFaults.nodeClusterNotFound],
  [({ NodeControllerId }) => NodeControllerId !== undefined, launchFaults.nodeMalformed],
  [
    ({ InnerIpAddress: address }) => address !== undefined && parseAddress(address) === undefined,
    launchFaults.innerAddressMalformed,
  ],
  [({ InnerIpAddress }) => InnerIpAddress !== undefined, launchFaults.innerAddressUnusable],
  [({ VlanId }) => VlanId !== undefined, launchFaults.vlanFull],
];
