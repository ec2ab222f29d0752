import type { Instance, Prepaid } from '#resources/instance/instance.ts';
import { chargeTypeWords } from '../../ecs/instance/words.ts';

const renewals = {
  AutoRenewal: 'auto',
  ManualRenewal: 'manual',
  NotRenewal: 'off',
} as const satisfies Readonly<Record<string, Prepaid['renewal']>>;

export type RenewStatus = keyof typeof renewals;

/** The renewal that goes by a RenewStatus. */
export function renewalOf(status: RenewStatus): Prepaid['renewal'] {
  return renewals[status];
}

function renewStatusOf({ renewal }: Prepaid): RenewStatus {
  if (renewal === 'auto') return 'AutoRenewal';
  return renewal === 'manual' ? 'ManualRenewal' : 'NotRenewal';
}

/** An instance as a thing that was bought. What is not paid in advance has no end. */
export function availableInstance(instance: Instance) {
  const { prepaid, expiresAt, releaseAt } = instance;
  const isPrepaid = chargeTypeWords[instance.chargeType] === 'PrePaid';
  return {
    InstanceID: instance.key,
    ProductCode: 'ecs',
    ProductType: 'ecs',
    Region: instance.region,
    SubscriptionType: isPrepaid ? 'Subscription' : 'PayAsYouGo',
    Status: statusOf(instance),
    SubStatus: 'Normal',
    CreateTime: instance.createdAt,
    ...(expiresAt !== null && { EndTime: expiresAt }),
    ...(releaseAt !== null && { ExpectedReleaseTime: releaseAt }),
    ...(prepaid !== null && { RenewStatus: renewStatusOf(prepaid) }),
    ...(prepaid?.renewal === 'auto' && {
      RenewalDuration: prepaid.renewalPeriod,
      RenewalDurationUnit: 'M',
    }),
  };
}

function statusOf({ state, isolatedBy }: Instance): string {
  if (state === 'creating' || state === 'booting') return 'Creating';
  return isolatedBy === 'expiry' ? 'Expired' : 'Normal';
}
