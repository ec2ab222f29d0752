import { launchRules } from './launch-fields.ts';
import type { RunAsked } from './run-fields.ts';
import { pageCode, type Refusals } from './page-codes.ts';

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
    code: pageCode(
      'InvalidSecurityGroupId.SingleIdAndMultiIdConflict',
      'SecurityGroupId and SecurityGroupIds cannot be given together.',
    ),
  },
  {
    rule: 'exclusive',
    fields: ['HostName', 'HostNames'],
    code: pageCode(
      'InvalidHostname.SingleAndMultiConflict',
      'HostName and HostNames cannot be given together.',
      403,
    ),
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
    pageCode(
      'InvalidLaunchTemplate.NotFound',
      'The specified LaunchTemplateId or LaunchTemplateName is not found.',
      404,
    ),
  ],
  [
    ({ Amount, MinAmount }) => (MinAmount ?? Amount) > Amount,
    pageCode('InvalidMinAmount.Malformed', 'The specified parameter MinAmount is not valid.'),
  ],
  [
    ({ AutoPay, InstanceChargeType }) => !AutoPay && InstanceChargeType === 'PostPaid',
    pageCode(
      'InvalidAutoPay.PostPaidUnsupported',
      'The specified parameter AutoPay must be set as true for postpaid instance.',
    ),
  ],
  [
    ({ SecurityGroupIds: groups = [] }) => new Set(groups).size < groups.length,
    pageCode('InvalidParameter.SecurityGroupIdRepeated', 'SecurityGroupIds holds a group twice.'),
  ],
  [
    (asked) => isIpv6(asked) || (asked.NetworkInterface ?? []).some(isIpv6),
    pageCode('InvalidVSwitch.Ipv6NotTurnOn', 'IPv6 is not turned on for the vSwitch.', 403),
  ],
  [
    ({ NetworkInterface: all = [] }) => all.some((one) => one.NetworkInterfaceId !== undefined),
    pageCode('InvalidEniId.NotFound', 'The specified network interface does not exist.', 403),
  ],
  [
    ({ NetworkInterface: all = [] }) =>
      all.filter((one) => one.InstanceType === 'Primary').length > 1,
    pageCode('InvalidParam.NetworkInterface', 'An instance has one primary network interface.'),
  ],
  [
    ({ Isp, InternetMaxBandwidthOut }) => Isp !== undefined && InternetMaxBandwidthOut === 0,
    pageCode(
      'InvalidBandwidthOut.LessThanZero',
      'The bandwidth must be larger than 0 when specifying isp.',
    ),
  ],
  [
    ({ ImageOptions }) => ImageOptions?.LoginAsNonRoot === true,
    pageCode(
      'LoginAsNonRoot.ImageNotSupport',
      'The specified image does not support login as non-root.',
    ),
  ],
  [
    ({ SecurityOptions: security }) =>
      security?.TrustedSystemMode !== undefined && security.ConfidentialComputingMode !== undefined,
    pageCode(
      'InvalidSecurityOptions.NotSupported',
      'SecurityOptions for vTPM and Enclave can not both be set.',
      403,
    ),
  ],
  [
    ({ SchedulerOptions }) => SchedulerOptions?.DedicatedHostClusterId !== undefined,
    pageCode(
      'InvalidDedicatedHostClusterId.NotFound',
      'The specified DedicatedHostClusterId does not exist.',
    ),
  ],
];
