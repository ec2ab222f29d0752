import { string } from '#wire/builders.ts';
import { only, overlay } from '#wire/overlay.ts';
import { instanceShape as today } from '../../structs/instance/instance-shapes.ts';

const { Placement, SystemDisk, InternetAccessible, VirtualPrivateCloud } = today.fields;

/** Local disks have no id (seed 004 L49918, L49955). */
const diskShape = only(SystemDisk, 'DiskType', 'DiskId', 'DiskSize');

const fields = only(
  today,
  'Placement',
  'InstanceId',
  'InstanceType',
  'CPU',
  'Memory',
  'RestrictState',
  'InstanceName',
  'InstanceChargeType',
  'SystemDisk',
  'DataDisks',
  'PrivateIpAddresses',
  'PublicIpAddresses',
  'InternetAccessible',
  'VirtualPrivateCloud',
  'ImageId',
  'RenewFlag',
  'CreatedTime',
  'ExpiredTime',
);

/** An instance of 2017 (L50279-50381), truth as the example writes it: "TRUE" (L42593, L42603). */
export const instanceShape = overlay(fields, {
  Placement: only(Placement, 'Zone', 'HostId', 'ProjectId'),
  SystemDisk: diskShape,
  DataDisks: { item: diskShape },
  PublicIpAddresses: { nullable: false },
  InternetAccessible: overlay(
    only(InternetAccessible, 'InternetChargeType', 'InternetMaxBandwidthOut', 'PublicIpAssigned'),
    { PublicIpAssigned: string() },
  ),
  VirtualPrivateCloud: overlay(
    only(VirtualPrivateCloud, 'VpcId', 'SubnetId', 'AsVpcGateway', 'PrivateIpAddresses'),
    { AsVpcGateway: string() },
  ),
  RenewFlag: { nullable: false, optional: true },
});
