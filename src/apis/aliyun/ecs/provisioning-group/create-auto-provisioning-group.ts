// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createautoprovisioninggroup
import { action } from '#apis/context.ts';
import { provisioningGroupFaults as faults } from '#resources/provisioning-group/faults.ts';
import type { ProvisioningGroup } from '#resources/provisioning-group/provisioning-group.ts';
import { createGroup, endDelivery } from '#resources/provisioning-group/verbs/groups.ts';
import { id, integer, number, time } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import * as model from '../models/create-auto-provisioning-group.ts';
import { deliver } from './deliver.ts';
import { excess, groupName, later, pools, rest } from './group-fields.ts';
import { specOf } from './group-spec.ts';
import { launchConfiguration, runOf } from './launch-configuration.ts';
import { shownResults } from './shown-results.ts';

/** 2099-12-31T23:59:59Z, where nothing is said. */
const END = Date.UTC(2099, 11, 31, 23, 59, 59);
const MINUTE_MS = 60_000;

/**
 * Makes a group and launches its capacity, at once and once. What one pool cannot carry goes to
 * the next; what cannot be launched at all is told of each.
 */
export const createAutoProvisioningGroup = action.batch({
  model,
  input: {
    AutoProvisioningGroupName: groupName,
    AutoProvisioningGroupType: { values: ['request', 'instant', 'maintain'], default: 'maintain' },
    DefaultTargetCapacityType: { ...rest, default: 'Spot' },
    // No answer shows it.
    Description: { deprecated: true },
    ExcessCapacityTerminationPolicy: { ...excess, default: 'no-termination' },
    LaunchConfiguration: launchConfiguration,
    LaunchTemplateConfig: {
      ...pools,
      item: {
        fields: {
          ...pools.item.fields,
          ...each(
            [
              'Architectures',
              'BurstablePerformance',
              'Cores',
              'ExcludedInstanceTypes',
              'ImageId',
              'InstanceFamilyLevel',
              'MaxQuantity',
              'Memories',
            ],
            later,
          ),
        },
      },
    },
    LaunchTemplateId: id('launch-template'),
    LaunchTemplateVersion: integer({ min: 1 }),
    MaxSpotPrice: number({ min: 0 }),
    PayAsYouGoAllocationStrategy: {
      values: ['lowest-price', 'prioritized'],
      default: 'lowest-price',
    },
    PayAsYouGoTargetCapacity: { max: 16 },
    SpotAllocationStrategy: {
      values: ['lowest-price', 'diversified', 'capacity-optimized'],
      default: 'lowest-price',
    },
    SpotInstanceInterruptionBehavior: { values: ['stop', 'terminate'], default: 'terminate' },
    SpotInstancePoolsToUseCount: { min: 1, max: 20, default: 1 },
    SpotTargetCapacity: { max: 16 },
    TerminateInstances: { default: false },
    TerminateInstancesWithExpiration: { default: false },
    TotalTargetCapacity: { max: 16 },
    ValidFrom: time({ form: 'seconds' }),
    ValidUntil: time({ form: 'seconds' }),
    ...each(
      [
        'CandidateOptions',
        'DataDiskConfig',
        'ExecutionMode',
        'HibernationOptionsConfigured',
        'MinTargetCapacity',
        'PrePaidOptions',
        'SystemDiskConfig',
        'Tag',
      ],
      later,
    ),
    ResourceGroupId: later,
    ResourcePoolOptions: later,
  },
  output: {
    AutoProvisioningGroupId: id('provisioning-group'),
    LaunchResults: {
      item: {
        fields: {
          CandidateEvaluateLevel: { optional: true },
          ZoneId: { optional: true },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region, now } = context;
    const kind = input.AutoProvisioningGroupType;
    if (kind === 'maintain') throw faults.continuousNotServed();
    const { LaunchTemplateId: template, LaunchConfiguration: given } = input;
    if (template === undefined && given === undefined) throw faults.launchMissing();
    if ((input.ValidFrom ?? now) > now + MINUTE_MS) throw faults.laterNotServed();
    const made = {
      region,
      name: input.AutoProvisioningGroupName ?? '',
      kind,
      token: input.ClientToken,
      spec: specOf(input, now),
      validUntil: input.ValidUntil ?? END,
    } as const;
    let group: ProvisioningGroup | undefined;
    const refused = await context.attempt(async (scope) => {
      group = await createGroup(scope, made);
    });
    if (refused !== undefined) throw refused;
    if (group === undefined) throw faults.notFound();
    const { key, spec } = group;
    let { results } = group;
    if (results === null) {
      const launch = given === undefined ? {} : runOf(given);
      const delivered = await deliver(context, { group, given: launch });
      await context.attempt((scope) => endDelivery(scope, key, delivered));
      results = delivered;
    }
    return {
      AutoProvisioningGroupId: key,
      LaunchResults: kind === 'instant' ? shownResults(spec, results) : [],
    };
  },
});
