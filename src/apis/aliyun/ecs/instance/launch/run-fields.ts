import { launchFaults } from '#resources/instance/launch-faults.ts';
import { id } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { each, overlay, undefaulted } from '#wire/overlay.ts';
import { rulesCheck } from '#wire/rules.ts';
import { withDefaults } from '#wire/with-defaults.ts';
import { silent } from '../../../parameters.ts';
import {
  addressesMax,
  interfaceFields,
  ipv6Max,
} from '../../network-interface/interface-fields.ts';
import { request } from '../../models/run-instances.ts';
import {
  dataDisk,
  dataDisks,
  encryption,
  launchFields,
  launchRules,
  systemDisk,
} from './launch-fields.ts';

const switched = { values: ['enabled', 'disabled'] } as const;
const more = {
  ProvisionedIops: { min: 0 },
  AutoSnapshotPolicyId: id('auto-snapshot-policy'),
} as const;

const networkInterface = {
  InstanceType: {
    values: ['Primary', 'Secondary'],
    default: 'Secondary',
    reasons: launchFaults.interfaceTypeUnknown,
  },
  SecurityGroupIds: { max: 16 },
  DeleteOnRelease: { default: true },
  NetworkInterfaceTrafficMode: { values: ['Standard', 'HighPerformance'] },
  QueueNumber: interfaceFields.QueueNumber,
  SecondaryPrivateIpAddressCount: { min: 1, max: addressesMax - 1 },
  Ipv6Address: { max: ipv6Max },
  Ipv6AddressCount: { min: 1, max: ipv6Max },
  ...each(['NetworkCardIndex', 'QueuePairNumber', 'RxQueueSize', 'TxQueueSize'], silent),
} as const;

/** What RunInstances says of its fields: that of seed 001, and of today's SDK. */
const runFields = {
  ...launchFields,
  SystemDisk: { fields: { ...systemDisk, ...encryption, ...more } },
  DataDisk: { ...dataDisks, item: { fields: { ...dataDisk, ...more } } },
  Amount: { default: 1, min: 1, max: 100, reasons: launchFaults.countOutOfRange },
  MinAmount: { min: 1, max: 100, reasons: launchFaults.minCountOutOfRange },
  SecurityGroupIds: { max: 16 },
  UniqueSuffix: { default: false },
  HostNames: { max: 100 },
  AutoPay: { default: true },
  NetworkInterface: { item: { fields: networkInterface } },
  Ipv6Address: { max: ipv6Max },
  Ipv6AddressCount: { min: 1, max: ipv6Max },
  LaunchTemplateId: id('launch-template'),
  NetworkInterfaceQueueNumber: silent,
  NetworkOptions: {
    deprecated: true,
    fields: each(['EnableJumboFrame', 'BandwidthWeighting', 'EnableNetworkEncryption'], silent),
  },
  CpuOptions: {
    fields: {
      Core: { min: 1, reasons: launchFaults.coresNotAllowed },
      ThreadsPerCore: { min: 1, max: 2 },
      TopologyType: {
        values: ['ContinuousCoreToHTMapping', 'DiscreteCoreToHTMapping'],
        reasons: launchFaults.coreTopologyUnknown,
      },
      NestedVirtualization: switched,
    },
  },
  ClockOptions: { fields: { PtpStatus: switched } },
  ImageOptions: { fields: { LoginAsNonRoot: { default: false } } },
  SecurityOptions: {
    fields: {
      TrustedSystemMode: { values: ['vTPM'], reasons: launchFaults.trustedModeUnknown },
      ConfidentialComputingMode: {
        values: ['Enclave', 'TDX'],
        reasons: launchFaults.confidentialModeUnknown,
      },
    },
  },
  PrivateDnsNameOptions: {
    fields: { HostnameType: { values: ['Custom', 'IpBased', 'InstanceIdBased'] } },
  },
} as const;

/** Rules between the parameters of RunInstances, in the order in which they are checked. */
const runRules = [
  { rule: 'one-of', fields: ['ImageId', 'ImageFamily'] },
  { rule: 'one-of', fields: ['InstanceType'] },
  {
    rule: 'one-of',
    fields: ['SecurityGroupId', 'SecurityGroupIds', 'NetworkInterface'],
  },
  {
    rule: 'exclusive',
    fields: ['SecurityGroupId', 'SecurityGroupIds'],
    reason: launchFaults.groupsConflict,
  },
  { rule: 'exclusive', fields: ['HostName', 'HostNames'], reason: launchFaults.hostNamesConflict },
  ...launchRules,
] as const;

const input = overlay(request, runFields, { rules: runRules });

export type RunAsked = InferIn<typeof input>;

/**
 * RunInstances as it is given. What a template presets stands in for what is not, before anything
 * has its default; the rules between the parameters hold for both together.
 */
export const runGiven = { ...undefaulted(input), rules: [] } as const;

export type RunGiven = InferIn<typeof runGiven>;

const checkRules = rulesCheck(input);

/** What is given, with its defaults. @throws Fault where a rule between parameters is broken */
export function runAskedBy(given: RunGiven): RunAsked {
  const asked = withDefaults(input, given);
  checkRules(asked, '');
  return asked;
}

/** What RunInstances refuses besides, from its parameters alone. */
export function refuseRun(asked: RunAsked): void {
  const { Amount, MinAmount = Amount, SecurityGroupIds: groups = [] } = asked;
  const { NetworkInterface: interfaces = [], SecurityOptions: security } = asked;
  if (MinAmount > Amount) throw launchFaults.minCountOutOfRange();
  if (!asked.AutoPay && asked.InstanceChargeType === 'PostPaid') {
    throw launchFaults.autoPayNotForCharge();
  }
  if (new Set(groups).size < groups.length) throw launchFaults.groupTwice();
  if (interfaces.filter((one) => one.InstanceType === 'Primary').length > 1) {
    throw launchFaults.interfacesConflict();
  }
  if (asked.Isp !== undefined && asked.InternetMaxBandwidthOut === 0) {
    throw launchFaults.ispWithoutBandwidth();
  }
  if (asked.ImageOptions?.LoginAsNonRoot === true) throw launchFaults.nonRootNotForImage();
  if (
    security?.TrustedSystemMode !== undefined &&
    security.ConfidentialComputingMode !== undefined
  ) {
    throw launchFaults.securityModesConflict();
  }
}
