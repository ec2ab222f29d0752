import { zoneFaults } from '#resources/zone/faults.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { roleFaults } from '#resources/role/faults.ts';
import { requestFaults } from '#resources/request/faults.ts';
import { projectFaults } from '#resources/project/faults.ts';
import { placementGroupFaults } from '#resources/placement-group/faults.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { hostFaults } from '#resources/host/faults.ts';
import { boolean, id, integer, list, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { prepaidShape } from './prepaid-shape.ts';
import { chargeTypeAsked, marketAsked, timerAsked } from './charge.ts';
import { dataDisksAsked, systemDiskAsked } from './disks.ts';
import { metadataAsked } from './metadata.ts';
import { cpuTopologyAsked, enhancedServiceAsked } from './extras.ts';
import { loginAsked } from './login.ts';
import { hostNameAsked, instanceNameAsked } from './launch-names.ts';
import { internetAsked, networkAsked } from './network.ts';
import { tagSpecification } from '../tag/tag-specification.ts';

/** Instances of one request (seed 004 L8718). */
const COUNT_MAX = 500;
/** Groups of one instance (L40139). */
const GROUPS_MAX = 5;
/** L39723: ASCII, at most so many characters. */
const TOKEN_CHARACTERS_MAX = 64;

/** Placement (struct text L38346-38388); what is the SDK's alone has no effect yet. */
const placementAsked = structure({
  Zone: id('zone', { required: true, reasons: { malformed: zoneFaults.notInRegion } }),
  ProjectId: integer({ default: 0, min: 0, reasons: { range: projectFaults.notFound } }),
  HostIds: list(id('host', { reasons: { malformed: hostFaults.malformed } })),
  HostId: string({ deprecated: true }),
  DedicatedResourcePackTenancy: string({ deprecated: true, source: 'sdk' }),
  DedicatedResourcePackIds: list(string(), { deprecated: true, source: 'sdk' }),
  RackId: string({ deprecated: true, source: 'sdk' }),
});

/** LaunchTemplate (struct text L37935-37952). */
const templateAsked = structure({
  LaunchTemplateId: id('launch-template', {
    reasons: { malformed: launchTemplateFaults.malformed },
  }),
  LaunchTemplateVersion: integer({
    min: 1,
    reasons: { range: launchTemplateFaults.versionMalformed },
  }),
});

/** NetworkInterfaces of today's SDK: taken apart no further, since no type takes them. */
const interfacesAsked = list(
  structure({
    InterfaceType: string(),
    VpcId: string(),
    SubnetId: string(),
    PrivateIpv4AddressCount: integer(),
    SecurityGroupIds: list(string()),
    DeleteWithInstance: boolean(),
    NetworkInterfaceId: string(),
  }),
  { source: 'sdk' },
);

const groupsAsked = list(
  id('security-group', { reasons: { malformed: securityGroupFaults.malformed } }),
  { max: GROUPS_MAX, reasons: { count: launchFaults.tooManyGroups } },
);

const tokenAsked = string({
  empty: 'absent',
  max: TOKEN_CHARACTERS_MAX,
  pattern: /^[ -~]*$/,
  reasons: { length: requestFaults.tokenTooLong },
});

/**
 * The input of RunInstances: seed 000 and seed 004 L8572-8935 in their order, and what today's SDK
 * has besides.
 */
export const runInstancesInput = structure(
  {
    InstanceChargeType: chargeTypeAsked,
    InstanceChargePrepaid: prepaidShape,
    Placement: placementAsked,
    InstanceType: string({ empty: 'absent' }),
    ImageId: id('image', { reasons: { malformed: imageFaults.malformed } }),
    SystemDisk: systemDiskAsked,
    DataDisks: dataDisksAsked,
    VirtualPrivateCloud: networkAsked,
    InternetAccessible: internetAsked,
    InstanceCount: integer({
      default: 1,
      min: 1,
      max: COUNT_MAX,
      reasons: { range: launchFaults.countOutOfRange },
    }),
    MinCount: integer({
      min: 1,
      reasons: { range: launchFaults.minCountOutOfRange },
    }),
    InstanceName: instanceNameAsked,
    LoginSettings: loginAsked,
    SecurityGroupIds: groupsAsked,
    EnhancedService: enhancedServiceAsked,
    ClientToken: tokenAsked,
    HostName: hostNameAsked,
    ActionTimer: timerAsked,
    DisasterRecoverGroupIds: list(string(), {
      max: 1,
      reasons: { count: placementGroupFaults.tooMany },
    }),
    TagSpecification: tagSpecification('instance'),
    InstanceMarketOptions: marketAsked,
    UserData: string({
      empty: 'absent',
      max: 65_536,
      reasons: { length: launchFaults.userDataTooLarge },
    }),
    Metadata: metadataAsked,
    DryRun: boolean({ default: false }),
    CpuTopology: cpuTopologyAsked,
    CamRoleName: string({
      empty: 'absent',
      pattern: /^[A-Za-z0-9+=,.@_-]+$/,
      reasons: { pattern: roleFaults.malformed },
    }),
    HpcClusterId: string({ empty: 'absent' }),
    LaunchTemplate: templateAsked,
    DedicatedClusterId: string({ empty: 'absent' }),
    ChcIds: list(string()),
    DisableApiTermination: boolean({ default: false }),
    EnableJumboFrame: boolean(),
    PartitionNumber: integer({ deprecated: true, source: 'sdk' }),
    NetworkInterfaces: interfacesAsked,
  },
  {
    rules: [
      { rule: 'requires', field: 'Placement', when: { field: 'LaunchTemplate', present: false } },
      { rule: 'requires', field: 'ImageId', when: { field: 'LaunchTemplate', present: false } },
      {
        rule: 'requires',
        field: 'InstanceChargePrepaid',
        when: { field: 'InstanceChargeType', is: ['PREPAID'] },
      },
    ],
  },
);

export type RunInstancesInput = InferIn<typeof runInstancesInput>;
