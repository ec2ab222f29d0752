import { string } from '#wire/builders.ts';
import type { InferOut } from '#wire/infer.ts';
import { only, overlay } from '#wire/overlay.ts';
import { instanceShape as shapeToday } from '../../structs/instance/instance-shapes.ts';

const { Placement, SystemDisk, InternetAccessible, VirtualPrivateCloud } = shapeToday.fields;

/** Local disks have no id (seed 004 L49918, L49955). */
const diskShape = only(SystemDisk, 'DiskType', 'DiskId', 'DiskSize');

const fields = only(
  shapeToday,
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

type Today = InferOut<typeof shapeToday>;
type Shown = InferOut<typeof instanceShape>;

/** An instance of API 3.0 as the DescribeInstances of 2017 shows it. */
export function instanceOf2017(today: Today): Shown {
  const { InternetAccessible: internet, VirtualPrivateCloud: network, RenewFlag } = today;
  return {
    ...today,
    SystemDisk: diskOf(today.SystemDisk),
    DataDisks: today.DataDisks.map(diskOf),
    PublicIpAddresses: today.PublicIpAddresses ?? [],
    InternetAccessible: { ...internet, PublicIpAssigned: truth(internet.PublicIpAssigned) },
    VirtualPrivateCloud: { ...network, AsVpcGateway: truth(network.AsVpcGateway) },
    RenewFlag: RenewFlag ?? undefined,
  };
}

function diskOf(disk: Today['SystemDisk'] | Today['DataDisks'][number]): Shown['SystemDisk'] {
  const { DiskType, DiskId, DiskSize } = disk;
  return { DiskType, DiskId: DiskType.startsWith('LOCAL_') ? undefined : DiskId, DiskSize };
}

function truth(value: boolean): 'TRUE' | 'FALSE' {
  return value ? 'TRUE' : 'FALSE';
}
