import { requestFaults } from '#resources/request/faults.ts';
import { placementGroupFaults } from '#resources/placement-group/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { boolean, id, integer, list, number, opaque, string, structure } from '#wire/builders.ts';
import type { InferInput } from '#wire/infer.ts';
import { givenTags } from '../../../given-tags.ts';
import { always } from './refusals.ts';

const silent = { deprecated: true, source: 'sdk' } as const;

/** Where it is to be and what of. */
const what = {
  ZoneId: id('zone'),
  ImageId: id('image'),
  ImageFamily: string({ min: 2, max: 128 }),
  InstanceType: string(),
  SecurityGroupId: id('security-group'),
  VSwitchId: id('subnet'),
  PrivateIpAddress: string(),
  IoOptimized: string({
    values: ['none', 'optimized'],
    reasons: always(launchFaults.optimizationUnknown),
  }),
} as const;

/** Names and logins; what depends on the image is checked where the image is known. */
const guest = {
  InstanceName: string(),
  HostName: string(),
  Description: string(),
  Password: string({ secret: true }),
  PasswordInherit: boolean({ default: false }),
  KeyPairName: string(),
  UserData: string({ max: 65_536, reasons: { length: launchFaults.userDataTooLarge } }),
  RamRoleName: string(),
  SecurityEnhancementStrategy: string({ values: ['Active', 'Deactive'] }),
  HttpEndpoint: string({
    values: ['enabled', 'disabled'],
    reasons: always(launchFaults.endpointUnknown),
  }),
  HttpTokens: string({
    values: ['optional', 'required'],
    reasons: always(launchFaults.endpointTokensUnknown),
  }),
  // The pages' own example is 0, for the default (seed 003 L783).
  HttpPutResponseHopLimit: integer({
    min: 0,
    max: 64,
    reasons: always(launchFaults.endpointHopsOutOfRange),
  }),
} as const;

const internet = {
  InternetChargeType: string({
    values: ['PayByTraffic', 'PayByBandwidth'],
    default: 'PayByTraffic',
    reasons: always(launchFaults.internetChargeTypeUnknown),
  }),
  InternetMaxBandwidthOut: integer({
    default: 0,
    min: 0,
    max: 100,
    reasons: always(launchFaults.bandwidthOutOfRange),
  }),
  // 1 to 200 in seeds 001 L123 and 002 L114; 003 L230 has less, and an example beyond it.
  InternetMaxBandwidthIn: integer({
    min: 1,
    max: 200,
    reasons: always(launchFaults.bandwidthInOutOfRange),
  }),
} as const;

const payment = {
  InstanceChargeType: string({
    values: ['PostPaid', 'PrePaid'],
    default: 'PostPaid',
    reasons: always(launchFaults.chargeTypeUnknown),
  }),
  Period: integer({ reasons: always(launchFaults.periodNotSold) }),
  PeriodUnit: string({
    values: ['Month', 'Week'],
    default: 'Month',
    reasons: always(launchFaults.periodUnitUnknown),
  }),
  AutoRenew: boolean({ default: false }),
  AutoRenewPeriod: integer({ reasons: always(launchFaults.renewalNotSold) }),
  SpotStrategy: string({
    values: ['NoSpot', 'SpotWithPriceLimit', 'SpotAsPriceGo'],
    default: 'NoSpot',
    reasons: always(launchFaults.spotStrategyUnknown),
  }),
  SpotPriceLimit: number({
    min: 0,
    decimals: 3,
    reasons: always(launchFaults.spotPriceNotAllowed),
  }),
  SpotDuration: integer({
    values: [0, 1],
    reasons: always(launchFaults.spotDurationNotAllowed),
  }),
  SpotInterruptionBehavior: string({
    values: ['Terminate', 'Stop'],
    reasons: always(launchFaults.spotInterruptionUnknown),
  }),
  DeletionProtection: boolean({ default: false }),
  CreditSpecification: string({
    values: ['Standard', 'Unlimited'],
    reasons: always(launchFaults.creditsNotAllowed),
  }),
} as const;

/** Groups, hosts and pools it may be put into. */
const belonging = {
  ResourceGroupId: string(),
  DeploymentSetId: string(),
  DeploymentSetGroupNo: integer({
    min: 1,
    max: 7,
    reasons: always(placementGroupFaults.partOutOfRange),
  }),
  HpcClusterId: string(),
  DedicatedHostId: string(),
  Affinity: string({
    values: ['default', 'host'],
    reasons: always(launchFaults.affinityUnknown),
  }),
  Tenancy: string({
    values: ['default', 'host'],
    reasons: always(launchFaults.tenancyUnknown),
  }),
  StorageSetId: string(),
  StorageSetPartitionNumber: integer({
    min: 2,
    reasons: always(placementGroupFaults.storagePartOutOfRange),
  }),
  PrivatePoolOptions: structure(
    {
      MatchCriteria: string({
        values: ['Open', 'Target', 'None'],
        reasons: always(launchFaults.poolCriteriaUnknown),
      }),
      Id: string(),
    },
    {
      rules: [
        {
          rule: 'requires',
          field: 'Id',
          when: { field: 'MatchCriteria', is: ['Target'] },
          reason: launchFaults.poolMissing,
        },
      ],
    },
  ),
} as const;

/** What RunInstances and CreateInstance both take, but for their disks (facts of seeds 001-003). */
/** Up to 64 characters of ASCII. */
export const clientToken = string({
  max: 64,
  pattern: /^[\x20-\x7e]*$/,
  reasons: always(requestFaults.tokenMalformed),
});

export const launchFields = {
  RegionId: string({ required: true }),
  ...what,
  ...guest,
  ...internet,
  ...payment,
  ...belonging,
  Tag: givenTags,
  ClientToken: clientToken,
  DryRun: boolean(),
  HibernationOptions: structure({ Configured: boolean({ default: false }) }),
  ManagedHostId: string(silent),
  Arn: list(
    structure({ RoleType: opaque(silent), Rolearn: opaque(silent), AssumeRoleFor: opaque(silent) }),
    { deprecated: true },
  ),
} as const;

export type LaunchAsked = InferInput<typeof launchFields>;

/** Rules between the parameters of both actions. */
export const launchRules = [
  {
    rule: 'exclusive',
    fields: ['ImageFamily', 'ImageId'],
    reason: launchFaults.imageFamilyConflict,
  },
  {
    rule: 'exclusive',
    fields: ['PasswordInherit', 'Password'],
    reason: launchFaults.loginConflict,
  },
  {
    rule: 'requires',
    field: 'Period',
    when: { field: 'InstanceChargeType', is: ['PrePaid'] },
    // The pages spell it so.
    reason: launchFaults.periodMissing,
  },
  {
    rule: 'requires',
    field: 'SpotPriceLimit',
    when: { field: 'SpotStrategy', is: ['SpotWithPriceLimit'] },
    reason: launchFaults.spotPriceNotAllowed,
  },
] as const;
