import { boolean, id, integer, list, number, opaque, string, structure } from '#wire/builders.ts';
import type { InferInput } from '#wire/infer.ts';
import { givenTags, type TagCodes } from '../../../given-tags.ts';
import { always, notValid, pageCode } from './page-codes.ts';

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
    codes: always(
      pageCode('InvalidIoOptimizedValue.ValueNotSupported', 'IoOptimized value not supported.'),
    ),
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
  UserData: string(),
  RamRoleName: string(),
  SecurityEnhancementStrategy: string({ values: ['Active', 'Deactive'] }),
  HttpEndpoint: string({
    values: ['enabled', 'disabled'],
    codes: always(
      pageCode(
        'InvalidHttpEndpoint.NotSupported',
        'The specified HttpEndpoint not supported, you can use enabled(default) or disabled.',
      ),
    ),
  }),
  HttpTokens: string({
    values: ['optional', 'required'],
    codes: always(
      pageCode(
        'InvalidHttpTokens.NotSupported',
        'The specified HttpTokens not supported, you can use optional(default) or required.',
      ),
    ),
  }),
  // The pages' own example is 0, for the default (seed 003 L783).
  HttpPutResponseHopLimit: integer({
    min: 0,
    max: 64,
    codes: always(
      pageCode(
        'InvalidHttpPutResponseHopLimit.NotSupported',
        'The specified HttpPutResponseHopLimit not supported, ' +
          'more than 1 and less than 64 is reasonable.',
      ),
    ),
  }),
} as const;

const internet = {
  InternetChargeType: string({
    values: ['PayByTraffic', 'PayByBandwidth'],
    default: 'PayByTraffic',
    codes: always(
      pageCode(
        'InvalidInternetChargeType.ValueNotSupported',
        'The specified InternetChargeType is not valid.',
      ),
    ),
  }),
  InternetMaxBandwidthOut: integer({
    default: 0,
    min: 0,
    max: 100,
    codes: always(notValid('InvalidParameter', 'InternetMaxBandwidthOut')),
  }),
  // 1 to 200 in seeds 001 L123 and 002 L114; 003 L230 has less, and an example beyond it.
  InternetMaxBandwidthIn: integer({
    min: 1,
    max: 200,
    codes: always(notValid('InvalidInternetMaxBandwidthIn.Malformed', 'InternetMaxBandwidthIn')),
  }),
} as const;

const invalidPeriod = pageCode('InvalidPeriod', 'The specified period is not valid.');
const invalidRenewal = pageCode(
  'InvalidAutoRenewPeriod.ValueNotSupported',
  'The specified autoRenewPeriod is not valid.',
);
export const invalidSpotPrice = pageCode(
  'InvalidSpotPriceLimit',
  'The specified SpotPriceLimitis not valid.',
);

const payment = {
  InstanceChargeType: string({
    values: ['PostPaid', 'PrePaid'],
    default: 'PostPaid',
    codes: always(
      pageCode(
        'InvalidInstanceChargeType.NotFound',
        'The InstanceChargeType does not exist in our records.',
        404,
      ),
    ),
  }),
  Period: integer({ codes: always(invalidPeriod) }),
  PeriodUnit: string({
    values: ['Month', 'Week'],
    default: 'Month',
    codes: always(notValid('InvalidPeriodUnit.ValueNotSupported', 'PeriodUnit')),
  }),
  AutoRenew: boolean({ default: false }),
  AutoRenewPeriod: integer({ codes: always(invalidRenewal) }),
  SpotStrategy: string({
    values: ['NoSpot', 'SpotWithPriceLimit', 'SpotAsPriceGo'],
    default: 'NoSpot',
    codes: always(pageCode('InvalidSpotStrategy', 'The specified SpotStrategy is not valid.')),
  }),
  SpotPriceLimit: number({ min: 0, decimals: 3, codes: always(invalidSpotPrice) }),
  SpotDuration: integer({
    values: [0, 1],
    codes: always(pageCode('InvalidSpotDuration', 'The specified SpotDuration is not valid.')),
  }),
  SpotInterruptionBehavior: string({
    values: ['Terminate', 'Stop'],
    codes: always(notValid('InvalidSpotInterruptionBehavior', 'SpotInterruptionBehavior')),
  }),
  DeletionProtection: boolean({ default: false }),
  CreditSpecification: string({
    values: ['Standard', 'Unlimited'],
    codes: always(notValid('InvalidParameter.CreditSpecification', 'CreditSpecification')),
  }),
} as const;

const poolCode = 'Invalid.PrivatePoolOptions.MatchCriteria';

/** Groups, hosts and pools it may be put into. */
const belonging = {
  ResourceGroupId: string(),
  DeploymentSetId: string(),
  DeploymentSetGroupNo: integer({
    min: 1,
    max: 7,
    codes: always(notValid('InvalidParameter.DeploymentSetGroupNo', 'DeploymentSetGroupNo', 404)),
  }),
  HpcClusterId: string(),
  DedicatedHostId: string(),
  Affinity: string({
    values: ['default', 'host'],
    codes: always(pageCode('InvalidParameter.Affinity', 'The specified Affinity is invalid.')),
  }),
  Tenancy: string({
    values: ['default', 'host'],
    codes: always(pageCode('InvalidParam.Tenancy', 'The specified Tenancy is invalid.')),
  }),
  StorageSetId: string(),
  StorageSetPartitionNumber: integer({
    min: 1,
    codes: always(
      notValid('InvalidParameter.StorageSetPartitionNumber', 'StorageSetPartitionNumber', 403),
    ),
  }),
  PrivatePoolOptions: structure(
    {
      MatchCriteria: string({
        values: ['Open', 'Target', 'None'],
        codes: always(notValid(poolCode, 'PrivatePoolOptions.MatchCriteria')),
      }),
      Id: string(),
    },
    {
      rules: [
        {
          rule: 'requires',
          field: 'Id',
          when: { field: 'MatchCriteria', is: ['Target'] },
          code: pageCode(
            'MissingParameter.PrivatePoolOptions.Id',
            'The specified PrivatePoolOptions.Id should not be null.',
          ),
        },
      ],
    },
  ),
} as const;

export const tagCodes: TagCodes = {
  key: pageCode('InvalidTagKey.Malformed', 'The specified Tag.n.Key is not valid.'),
  value: pageCode('InvalidTagValue.Malformed', 'The specified Tag.n.Value is not valid.'),
  twice: pageCode('Duplicate.TagKey', 'The Tag.N.Key contain duplicate key.'),
  count: pageCode('QuotaExceed.Tags', 'The quota of tags on resource is exceeded.', 403),
};

/** What RunInstances and CreateInstance both take, but for their disks (facts of seeds 001-003). */
export const launchFields = {
  RegionId: string({ required: true }),
  ...what,
  ...guest,
  ...internet,
  ...payment,
  ...belonging,
  Tag: givenTags(tagCodes),
  ClientToken: string({
    max: 64,
    pattern: /^[\x20-\x7e]*$/,
    codes: always(
      pageCode('InvalidClientToken.ValueNotSupported', 'The ClientToken provided is invalid.'),
    ),
  }),
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
    code: pageCode(
      'UnexpectedImageFamily.ImageIdSupplied',
      'The input parameter ImageFamily must be null when image id is set.',
    ),
  },
  {
    rule: 'exclusive',
    fields: ['PasswordInherit', 'Password'],
    code: pageCode(
      'InvalidPasswordParam.Mismatch',
      'The input password should be null when passwdInherit is true.',
    ),
  },
  {
    rule: 'requires',
    field: 'Period',
    when: { field: 'InstanceChargeType', is: ['PrePaid'] },
    // The pages spell it so.
    code: pageCode('MissingParamter', 'The specified parameter "Period" is not null.'),
  },
  {
    rule: 'requires',
    field: 'SpotPriceLimit',
    when: { field: 'SpotStrategy', is: ['SpotWithPriceLimit'] },
    code: invalidSpotPrice,
  },
] as const;

export { invalidPeriod, invalidRenewal };
