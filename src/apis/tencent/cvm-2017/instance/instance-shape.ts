import { id, integer, list, string, structure, time } from '#wire/builders.ts';

/** Local disks have no id (seed 004 L49918, L49955). */
const diskShape = structure({
  DiskType: string(),
  DiskId: id('disk', { optional: true }),
  DiskSize: integer(),
});

/** An instance of 2017 (L50279-50381), truth as the example writes it: "TRUE" (L42593, L42603). */
export const instanceShape = structure({
  Placement: structure({ Zone: id('zone'), HostId: string(), ProjectId: integer() }),
  InstanceId: id('instance'),
  InstanceType: string(),
  CPU: integer(),
  Memory: integer(),
  RestrictState: string(),
  InstanceName: string(),
  InstanceChargeType: string(),
  SystemDisk: diskShape,
  DataDisks: list(diskShape),
  PrivateIpAddresses: list(string()),
  PublicIpAddresses: list(string()),
  InternetAccessible: structure({
    InternetChargeType: string(),
    InternetMaxBandwidthOut: integer(),
    PublicIpAssigned: string(),
  }),
  VirtualPrivateCloud: structure({
    VpcId: id('vpc'),
    SubnetId: id('subnet'),
    AsVpcGateway: string(),
    PrivateIpAddresses: list(string()),
  }),
  ImageId: id('image'),
  RenewFlag: string({ optional: true }),
  CreatedTime: time({ form: 'seconds' }),
  ExpiredTime: time({ form: 'seconds', nullable: true }),
});
