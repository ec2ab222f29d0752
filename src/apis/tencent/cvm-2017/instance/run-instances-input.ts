import { list, string } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { only, overlay } from '#wire/overlay.ts';
import { dataDisksAsked, systemDiskAsked } from '../../structs/instance/disks.ts';
import { placementAsked, runInstancesInput as today } from '../../structs/instance/launch-input.ts';
import { loginAsked } from '../../structs/instance/login.ts';
import { internetAsked, networkAsked } from '../../structs/instance/network.ts';
import { prepaidShape } from './prepaid-shape.ts';

const systemDiskTypes = ['LOCAL_BASIC', 'LOCAL_SSD', 'CLOUD_BASIC', 'CLOUD_SSD'] as const;
const dataDiskTypes = [...systemDiskTypes, 'CLOUD_PREMIUM'] as const;

/** The fields of the page (L43041-43199), in its order. */
const fields = only(
  today,
  'InstanceChargeType',
  'InstanceChargePrepaid',
  'Placement',
  'InstanceType',
  'ImageId',
  'SystemDisk',
  'DataDisks',
  'VirtualPrivateCloud',
  'InternetAccessible',
  'InstanceCount',
  'InstanceName',
  'LoginSettings',
  'SecurityGroupIds',
  'EnhancedService',
  'ClientToken',
);

/** The input of RunInstances in 2017: what of API 3.0's it has, and what differs. */
export const runInstancesInput = overlay(
  fields,
  {
    InstanceChargeType: { values: ['PREPAID', 'POSTPAID_BY_HOUR'] },
    InstanceChargePrepaid: prepaidShape,
    // L49871-49893; HostIds "are not supported yet".
    Placement: overlay(
      only(placementAsked, 'Zone', 'ProjectId', 'HostIds'),
      { HostIds: list(string()) },
      { required: true },
    ),
    InstanceType: { default: 'S1.SMALL1' },
    ImageId: { required: true },
    // L49896-49920.
    SystemDisk: overlay(only(systemDiskAsked, 'DiskType', 'DiskId', 'DiskSize'), {
      DiskType: { default: 'LOCAL_BASIC', values: systemDiskTypes },
    }),
    // L49922-49960.
    DataDisks: list(
      overlay(only(dataDisksAsked.item, 'DiskType', 'DiskId', 'DiskSize'), {
        DiskType: { values: dataDiskTypes },
      }),
      { max: 1 },
    ),
    // L49963-49999.
    VirtualPrivateCloud: overlay(
      only(networkAsked, 'VpcId', 'SubnetId', 'AsVpcGateway', 'PrivateIpAddresses'),
      { PrivateIpAddresses: { max: 1 } },
    ),
    // L50002-50042.
    InternetAccessible: overlay(
      only(internetAsked, 'InternetChargeType', 'InternetMaxBandwidthOut', 'PublicIpAssigned'),
      { InternetChargeType: { default: 'TRAFFIC_POSTPAID_BY_HOUR' } },
    ),
    InstanceCount: { max: 100 },
    // One name for all, bounded in bytes.
    InstanceName: string(),
    LoginSettings: overlay(loginAsked, { KeyIds: { max: 1 } }),
    SecurityGroupIds: { max: 1 },
    // No agent runs here.
    EnhancedService: only(today.fields.EnhancedService, 'SecurityService', 'MonitorService'),
  },
  {
    rules: [
      {
        rule: 'requires',
        field: 'InstanceChargePrepaid',
        when: { field: 'InstanceChargeType', is: ['PREPAID'] },
      },
    ],
  },
);

export type RunInstancesInput = InferIn<typeof runInstancesInput>;
