import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { hostFaults } from '#resources/host/faults.ts';
import { launchRules } from './launch-fields.ts';
import type { RunAsked } from './run-fields.ts';
import type { Refusals } from './refusals.ts';

const template = ['LaunchTemplateId', 'LaunchTemplateName'] as const;

/** Rules between the parameters of RunInstances, in the order in which they are checked. */
export const runRules = [
  { rule: 'one-of', fields: ['ImageId', 'ImageFamily', ...template] },
  { rule: 'one-of', fields: ['InstanceType', ...template] },
  {
    rule: 'one-of',
    fields: ['SecurityGroupId', 'SecurityGroupIds', 'NetworkInterface', ...template],
  },
  {
    rule: 'exclusive',
    fields: ['SecurityGroupId', 'SecurityGroupIds'],
    reason: launchFaults.groupsConflict,
  },
  {
    rule: 'exclusive',
    fields: ['HostName', 'HostNames'],
    reason: launchFaults.hostNamesConflict,
  },
  ...launchRules,
] as const;

const isIpv6 = (one: { readonly Ipv6Address?: unknown; readonly Ipv6AddressCount?: unknown }) =>
  one.Ipv6Address !== undefined || one.Ipv6AddressCount !== undefined;

/** What RunInstances refuses besides, from its parameters alone. */
export const runRefusals: Refusals<RunAsked> = [
  [
    ({ LaunchTemplateId, LaunchTemplateName }) =>
      LaunchTemplateId !== undefined || LaunchTemplateName !== undefined,
    launchTemplateFaults.notFound,
  ],
  [({ Amount, MinAmount }) => (MinAmount ?? Amount) > Amount, launchFaults.minCountOutOfRange],
  [
    ({ AutoPay, InstanceChargeType }) => !AutoPay && InstanceChargeType === 'PostPaid',
    launchFaults.autoPayNotForCharge,
  ],
  [
    ({ SecurityGroupIds: groups = [] }) => new Set(groups).size < groups.length,
    launchFaults.groupTwice,
  ],
  [
    (asked) => isIpv6(asked) || (asked.NetworkInterface ?? []).some(isIpv6),
    launchFaults.ipv6NotHere,
  ],
  [
    ({ NetworkInterface: all = [] }) => all.some((one) => one.NetworkInterfaceId !== undefined),
    networkInterfaceFaults.notFound,
  ],
  [
    ({ NetworkInterface: all = [] }) =>
      all.filter((one) => one.InstanceType === 'Primary').length > 1,
    launchFaults.interfacesConflict,
  ],
  [
    ({ Isp, InternetMaxBandwidthOut }) => Isp !== undefined && InternetMaxBandwidthOut === 0,
    launchFaults.ispWithoutBandwidth,
  ],
  [({ ImageOptions }) => ImageOptions?.LoginAsNonRoot === true, launchFaults.nonRootNotForImage],
  [
    ({ SecurityOptions: security }) =>
      security?.TrustedSystemMode !== undefined && security.ConfidentialComputingMode !== undefined,
    launchFaults.securityModesConflict,
  ],
  [
    ({ SchedulerOptions }) => SchedulerOptions?.DedicatedHostClusterId !== undefined,
    hostFaults.clusterNotFound,
  ],
];
