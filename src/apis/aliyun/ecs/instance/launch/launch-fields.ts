import { diskFaults } from '#resources/disk/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { placementGroupFaults } from '#resources/placement-group/faults.ts';
import { boolean, id, integer } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { givenTags } from '../../../given-tags.ts';
import { clientToken, silent } from '../../../parameters.ts';

const off = { default: false } as const;

/** Names and logins; what depends on the image is checked where the image is known. */
const guest = {
  Password: { secret: true },
  PasswordInherit: off,
  UserData: { max: 65_536, reasons: { length: launchFaults.userDataTooLarge } },
  // No security agent runs here, whose installation this is about (seed 001 L161).
  SecurityEnhancementStrategy: { values: ['Active', 'Deactive'], ...silent },
  HttpEndpoint: { values: ['enabled', 'disabled'], reasons: launchFaults.endpointUnknown },
  HttpTokens: { values: ['optional', 'required'], reasons: launchFaults.endpointTokensUnknown },
  // The pages' own example is 0, for the default (seed 003 L783).
  HttpPutResponseHopLimit: { min: 0, max: 64, reasons: launchFaults.endpointHopsOutOfRange },
} as const;

const internet = {
  InternetChargeType: {
    values: ['PayByTraffic', 'PayByBandwidth'],
    default: 'PayByTraffic',
    reasons: launchFaults.internetChargeTypeUnknown,
  },
  InternetMaxBandwidthOut: {
    default: 0,
    min: 0,
    max: 100,
    reasons: launchFaults.bandwidthOutOfRange,
  },
  // 1 to 200 in seeds 001 L123 and 002 L114; 003 L230 has less, and an example beyond it.
  InternetMaxBandwidthIn: { min: 1, max: 200, reasons: launchFaults.bandwidthInOutOfRange },
} as const;

const payment = {
  InstanceChargeType: {
    values: ['PostPaid', 'PrePaid'],
    default: 'PostPaid',
    reasons: launchFaults.chargeTypeUnknown,
  },
  Period: { reasons: launchFaults.periodNotSold },
  PeriodUnit: {
    values: ['Month', 'Week'],
    default: 'Month',
    reasons: launchFaults.periodUnitUnknown,
  },
  AutoRenew: off,
  AutoRenewPeriod: { reasons: launchFaults.renewalNotSold },
  SpotStrategy: {
    values: ['NoSpot', 'SpotWithPriceLimit', 'SpotAsPriceGo'],
    default: 'NoSpot',
    reasons: launchFaults.spotStrategyUnknown,
  },
  SpotPriceLimit: { min: 0, decimals: 3, reasons: launchFaults.spotPriceNotAllowed },
  SpotDuration: { values: [0, 1], reasons: launchFaults.spotDurationNotAllowed },
  SpotInterruptionBehavior: {
    values: ['Terminate', 'Stop'],
    reasons: launchFaults.spotInterruptionUnknown,
  },
  DeletionProtection: off,
  CreditSpecification: {
    values: ['Standard', 'Unlimited'],
    reasons: launchFaults.creditsNotAllowed,
  },
} as const;

/** Groups, hosts and pools it may be put into. */
const belonging = {
  DeploymentSetGroupNo: { min: 1, max: 7, reasons: placementGroupFaults.partOutOfRange },
  Affinity: { values: ['default', 'host'], reasons: launchFaults.affinityUnknown },
  Tenancy: { values: ['default', 'host'], reasons: launchFaults.tenancyUnknown },
  StorageSetPartitionNumber: { min: 2, reasons: placementGroupFaults.storagePartOutOfRange },
  PrivatePoolOptions: {
    fields: {
      MatchCriteria: {
        values: ['Open', 'Target', 'None'],
        reasons: launchFaults.poolCriteriaUnknown,
      },
    },
    rules: [
      {
        rule: 'requires',
        field: 'Id',
        when: { field: 'MatchCriteria', is: ['Target'] },
        reason: launchFaults.poolMissing,
      },
    ],
  },
} as const;

/** What RunInstances and CreateInstance say alike of their fields (facts of seeds 001-003). */
export const launchFields = {
  ImageId: id('image'),
  ImageFamily: { min: 2, max: 128 },
  IoOptimized: { values: ['none', 'optimized'], reasons: launchFaults.optimizationUnknown },
  ...guest,
  ...internet,
  ...payment,
  ...belonging,
  Tag: givenTags,
  ClientToken: clientToken,
  HibernationOptions: { fields: { Configured: off } },
  ManagedHostId: silent,
  Arn: {
    deprecated: true,
    item: { fields: each(['RoleType', 'Rolearn', 'AssumeRoleFor'], silent) },
  },
} as const;

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
    reason: launchFaults.periodMissing,
  },
  {
    rule: 'requires',
    field: 'SpotPriceLimit',
    when: { field: 'SpotStrategy', is: ['SpotWithPriceLimit'] },
    reason: launchFaults.spotPriceNotAllowed,
  },
] as const;

/** Categories of system disks; seed 001 L67-70, 002 L176-183, 003 L374-384. */
const systemCategories = [
  'cloud',
  'cloud_efficiency',
  'cloud_ssd',
  'cloud_essd',
  'cloud_auto',
  'cloud_essd_entry',
  'ephemeral_ssd',
] as const;

/** Of data disks those, and elastic ephemeral ones (seed 003). */
const dataCategories = [
  ...systemCategories,
  'cloud_regional_disk_auto',
  'elastic_ephemeral_disk_standard',
  'elastic_ephemeral_disk_premium',
] as const;

const PerformanceLevel = {
  values: ['PL0', 'PL1', 'PL2', 'PL3'],
  reasons: diskFaults.performanceLevelUnknown,
} as const;

export const encryption = {
  Encrypted: boolean({ default: false, reasons: { type: diskFaults.encryptionMalformed } }),
  EncryptAlgorithm: {
    values: ['aes-256', 'sm4-128'],
    reasons: diskFaults.encryptionAlgorithmUnknown,
  },
} as const;

/** Names and descriptions of disks are checked with those of the instance. */
export const systemDisk = {
  Category: { values: systemCategories, reasons: diskFaults.categoryUnknown },
  // 0 is none: Packer's builder sends it.
  Size: integer({ min: 0, reasons: diskFaults.sizeMalformed }),
  PerformanceLevel,
} as const;

export const dataDisk = {
  Category: { values: dataCategories, reasons: diskFaults.dataCategoryUnknown },
  Size: { reasons: diskFaults.dataSizeOutOfRange },
  Device: { pattern: /^\/dev\/xvd([a-z]|[a-z]{2})$/, reasons: diskFaults.deviceMalformed },
  PerformanceLevel,
  ...encryption,
} as const;

/** Of a list of data disks. */
export const dataDisks = { max: 16, reasons: { count: diskFaults.tooMany } } as const;
