import { zoneFaults } from '#resources/zone/faults.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { roleFaults } from '#resources/role/faults.ts';
import { requestFaults } from '#resources/request/faults.ts';
import { projectFaults } from '#resources/project/faults.ts';
import { placementGroupFaults } from '#resources/placement-group/faults.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { hpcClusterFaults } from '#resources/hpc-cluster/faults.ts';
import { dedicatedHostFaults } from '#resources/dedicated-host/faults.ts';
import { hostedServerFaults } from '#resources/hosted-server/faults.ts';
import { boolean, id, integer, list, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { each, overlay } from '#wire/overlay.ts';
import { launchTemplate } from '../../cvm/models/launch-template.ts';
import { placement } from '../../cvm/models/placement.ts';
import { request } from '../../cvm/models/run-instances.ts';
import { prepaidShape } from './prepaid-shape.ts';
import { chargeTypeAsked, chargeTypeGiven, marketAsked, timerAsked } from './charge.ts';
import { dataDisksAsked, systemDiskAsked } from './disks.ts';
import { metadataAsked } from './metadata.ts';
import { loginAsked } from './login.ts';
import { hostNameAsked, instanceNameAsked } from './launch-names.ts';
import { internetAsked, networkAsked } from './network.ts';
import { tagSpecification } from '../tag/tags.ts';

/** Of today's SDK alone. */
const silent = { deprecated: true, source: 'sdk' } as const;

/** Placement (struct text L38346-38388); what is the SDK's alone has no effect yet. */
export const placementAsked = overlay(placement, {
  Zone: { reasons: { malformed: zoneFaults.notInRegion } },
  ProjectId: { default: 0, min: 0, reasons: { range: projectFaults.notFound } },
  HostIds: { item: { reasons: { malformed: dedicatedHostFaults.malformed } } },
  HostId: string({ deprecated: true }),
  ...each(['DedicatedResourcePackTenancy', 'DedicatedResourcePackIds', 'RackId'], silent),
});

/** LaunchTemplate (struct text L37935-37952). */
const templateAsked = overlay(launchTemplate, {
  LaunchTemplateId: id('launch-template', {
    reasons: { malformed: launchTemplateFaults.malformed },
  }),
  LaunchTemplateVersion: { min: 1, reasons: { range: launchTemplateFaults.versionMalformed } },
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

/**
 * The input of RunInstances as it is given: seed 000 and seed 004 L8572-8935 in their order, and
 * what today's SDK has besides. What a template presets stands in for what is not given, before
 * anything has its default.
 */
export const launchGiven = overlay(
  request,
  {
    InstanceChargeType: chargeTypeGiven,
    InstanceChargePrepaid: prepaidShape,
    Placement: placementAsked,
    InstanceType: { empty: 'absent' },
    ImageId: { reasons: { malformed: imageFaults.malformed } },
    SystemDisk: systemDiskAsked,
    DataDisks: dataDisksAsked,
    VirtualPrivateCloud: networkAsked,
    InternetAccessible: internetAsked,
    // Instances of one request (seed 004 L8718).
    InstanceCount: {
      min: 1,
      max: 500,
      reasons: { range: launchFaults.countOutOfRange },
    },
    MinCount: { min: 1, reasons: { range: launchFaults.minCountOutOfRange } },
    InstanceName: instanceNameAsked,
    LoginSettings: loginAsked,
    // Groups of one instance (L40139).
    SecurityGroupIds: {
      max: 5,
      reasons: { count: launchFaults.tooManyGroups },
      item: { reasons: { malformed: securityGroupFaults.malformed } },
    },
    ClientToken: {
      empty: 'absent',
      pattern: /^[ -~]*$/,
      reasons: { length: requestFaults.tokenTooLong },
    },
    HostName: hostNameAsked,
    ActionTimer: timerAsked,
    ChcIds: list(id('hosted-server', { reasons: { malformed: hostedServerFaults.malformed } }), {
      max: 100,
      reasons: { count: hostedServerFaults.tooMany },
    }),
    DisasterRecoverGroupIds: {
      max: 1,
      item: { reasons: { malformed: placementGroupFaults.malformed } },
      reasons: { count: placementGroupFaults.tooMany },
    },
    TagSpecification: tagSpecification('instance'),
    InstanceMarketOptions: marketAsked,
    UserData: { empty: 'absent', reasons: { length: launchFaults.userDataTooLarge } },
    Metadata: metadataAsked,
    DryRun: { default: false },
    CamRoleName: {
      empty: 'absent',
      pattern: /^[A-Za-z0-9+=,.@_-]+$/,
      reasons: { pattern: roleFaults.malformed },
    },
    HpcClusterId: { reasons: { malformed: hpcClusterFaults.malformed } },
    DedicatedClusterId: { empty: 'absent' },
    LaunchTemplate: templateAsked,
    PartitionNumber: {
      min: 1,
      source: 'sdk',
      reasons: { range: placementGroupFaults.partOutOfRange },
    },
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
        unless: 'LaunchTemplate',
      },
    ],
  },
);

export type LaunchGiven = InferIn<typeof launchGiven>;

/** The same with its defaults. */
export const runInstancesInput = overlay(launchGiven, {
  InstanceChargeType: chargeTypeAsked,
  InstanceCount: { default: 1 },
  DisableApiTermination: { default: false },
});

export type RunInstancesInput = InferIn<typeof runInstancesInput>;
