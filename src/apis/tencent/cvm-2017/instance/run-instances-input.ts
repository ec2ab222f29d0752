import { zoneFaults } from '#resources/zone/faults.ts';
import { requestFaults } from '#resources/request/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { boolean, id, integer, list, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { internetChargeTypeNames } from '../../structs/instance/words.ts';
import { prepaidShape } from './prepaid-shape.ts';

const COUNT_MAX = 100;
const TOKEN_CHARACTERS_MAX = 64;
/** The page leaves the bound to the instance type; this one is ours. */
const MBPS_MAX = 65_535;
const enabled = structure({ Enabled: boolean() });

/** Placement (seed 004 L49871-49893); HostIds "are not supported yet". */
const placementAsked = structure({
  Zone: id('zone', { required: true, reasons: { malformed: zoneFaults.notInRegion } }),
  ProjectId: integer({ default: 0, min: 0 }),
  HostIds: list(string()),
});

/** SystemDisk (L49896-49920); its DiskId "is not supported". */
const systemDiskAsked = structure({
  DiskType: string({
    default: 'LOCAL_BASIC',
    values: ['LOCAL_BASIC', 'LOCAL_SSD', 'CLOUD_BASIC', 'CLOUD_SSD'],
  }),
  DiskId: string({ deprecated: true }),
  DiskSize: integer({ min: 10, max: 2_048, reasons: { range: diskFaults.sizeOutOfRange } }),
});

/** One of DataDisks (L49922-49960). */
const dataDiskAsked = structure({
  DiskType: string({
    default: 'LOCAL_BASIC',
    values: ['LOCAL_BASIC', 'LOCAL_SSD', 'CLOUD_BASIC', 'CLOUD_PREMIUM', 'CLOUD_SSD'],
  }),
  DiskId: string({ deprecated: true }),
  DiskSize: integer({ required: true, min: 0, reasons: { range: diskFaults.dataSizeOutOfRange } }),
});

/** VirtualPrivateCloud (L49963-49999). */
const networkAsked = structure({
  VpcId: string({ required: true }),
  SubnetId: string({ required: true }),
  AsVpcGateway: boolean({ default: false }),
  PrivateIpAddresses: list(string(), { max: 1 }),
});

/** InternetAccessible (L50002-50042). */
const internetAsked = structure({
  InternetChargeType: string({
    default: 'TRAFFIC_POSTPAID_BY_HOUR',
    values: internetChargeTypeNames,
  }),
  InternetMaxBandwidthOut: integer({
    default: 0,
    min: 0,
    max: MBPS_MAX,
    reasons: { range: launchFaults.bandwidthOutOfRange },
  }),
  PublicIpAssigned: boolean(),
});

/** LoginSettings (L50073-50129). */
const loginAsked = structure({
  Password: string({ secret: true }),
  KeyIds: list(id('key-pair'), { max: 1 }),
  KeepImageLogin: string({ default: 'FALSE', pattern: /^(?:true|false)$/i }),
});

/** The input of RunInstances in 2017 (L43041-43199), in the order of the page. */
export const runInstancesInput = structure(
  {
    InstanceChargeType: string({
      default: 'POSTPAID_BY_HOUR',
      values: ['PREPAID', 'POSTPAID_BY_HOUR'],
    }),
    InstanceChargePrepaid: prepaidShape,
    Placement: { ...placementAsked, required: true },
    InstanceType: string({ default: 'S1.SMALL1' }),
    ImageId: id('image', { required: true }),
    SystemDisk: systemDiskAsked,
    DataDisks: list(dataDiskAsked, { max: 1 }),
    VirtualPrivateCloud: networkAsked,
    InternetAccessible: internetAsked,
    InstanceCount: integer({
      default: 1,
      min: 1,
      max: COUNT_MAX,
      reasons: { range: launchFaults.countOutOfRange },
    }),
    InstanceName: string(),
    LoginSettings: loginAsked,
    SecurityGroupIds: list(id('security-group'), { max: 1 }),
    // No agent runs here.
    EnhancedService: structure({ SecurityService: enabled, MonitorService: enabled }),
    ClientToken: string({
      max: TOKEN_CHARACTERS_MAX,
      pattern: /^[ -~]*$/,
      reasons: { length: requestFaults.tokenTooLong },
    }),
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
