import { boolean, list, string, structure } from '#wire/builders.ts';
import type { InferInput } from '#wire/infer.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { dataDiskFields, systemDiskFields } from './disk-fields.ts';
import { launchFields, launchRules } from './launch-fields.ts';
import { notValid, pageCode, type Refusals } from './page-codes.ts';

const DISKS_MAX = 16;

/** What CreateInstance takes besides: of the classic network, mostly (seeds 002 and 003). */
export const createFields = {
  ...launchFields,
  InstanceType: string({ required: true }),
  SystemDisk: structure(systemDiskFields),
  DataDisk: list(structure(dataDiskFields), {
    max: DISKS_MAX,
    codes: {
      count: pageCode(
        'InstanceDiskNumLimitExceed',
        'The number of specified disk in an instance exceeds.',
        403,
      ),
    },
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
  [
    ({ ClusterId }) => ClusterId !== undefined,
    pageCode(
      'InvalidClusterId.NotFound',
      'The ClusterId provided does not exist in our records.',
      404,
    ),
  ],
  [
    ({ NodeControllerId }) => NodeControllerId !== undefined,
    notValid('InvalidNodeControllerId.Malformed', 'NodeControllerId'),
  ],
  [
    ({ InnerIpAddress: address }) => address !== undefined && parseAddress(address) === undefined,
    notValid('InvalidInnerIpAddress.Malformed', 'InnerIpAddress'),
  ],
  [
    ({ InnerIpAddress }) => InnerIpAddress !== undefined,
    pageCode(
      'InvalidInnerIpAddress.Unusable',
      'The specified InnerIpAddress is already used or not found in usable ip range.',
    ),
  ],
  [
    ({ VlanId }) => VlanId !== undefined,
    pageCode(
      'OperationDenied',
      'The specified parameter "VlanId" is not valid or vlan has not enough IP address.',
    ),
  ],
];
