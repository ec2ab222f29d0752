// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeautoprovisioninggroups
import { action } from '#apis/context.ts';
import { instancesOfKeys } from '#resources/instance/by-keys.ts';
import {
  capacityOf,
  type ProvisioningGroup,
} from '#resources/provisioning-group/provisioning-group.ts';
import { listGroups } from '#resources/provisioning-group/verbs/groups.ts';
import { id, number, time } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-auto-provisioning-groups.ts';
import { groupName, later } from './group-fields.ts';

const figures = each(
  ['PayAsYouGoCapacity', 'PrePaidCapacity', 'SpotCapacity', 'TotalCapacity'],
  number(),
);
const targets = each(
  ['PayAsYouGoTargetCapacity', 'SpotTargetCapacity', 'TotalTargetCapacity'],
  number(),
);
const optional = { optional: true } as const;

/** Groups of the account in a region, newest first; those that are deleted are gone. */
export const describeAutoProvisioningGroups = action.read({
  model,
  input: {
    AutoProvisioningGroupId: { max: 20, item: id('provisioning-group') },
    AutoProvisioningGroupName: groupName,
    AutoProvisioningGroupStatus: {
      max: 5,
      item: { values: ['submitted', 'active', 'deleted', 'deleted-running', 'modifying'] },
    },
    AutoProvisioningGroupTypes: later,
    ResourceGroupId: later,
    Tag: later,
    ...numbered(100),
  },
  output: {
    AutoProvisioningGroups: {
      item: {
        fields: {
          AutoProvisioningGroupId: id('provisioning-group'),
          LaunchTemplateId: { ...id('launch-template'), optional: true },
          LaunchTemplateVersion: optional,
          LaunchTemplateConfigs: {
            item: {
              fields: {
                MaxPrice: number(optional),
                Priority: number(),
                WeightedCapacity: number(),
              },
            },
          },
          CapacitySpecification: { fields: figures },
          TargetCapacitySpecification: { fields: targets },
          MaxSpotPrice: number(optional),
          ValidFrom: time({ form: 'seconds' }),
          ValidUntil: time({ form: 'seconds' }),
          ...each(['CandidateOptions', 'SuspendedProcesses', 'Tags'], optional),
          ResourceGroupId: optional,
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region, db } = context;
    const { AutoProvisioningGroupId: keys = [], AutoProvisioningGroupName: name } = input;
    const { AutoProvisioningGroupStatus: states = [], PageNumber, PageSize } = input;
    const found = (await listGroups(context, region))
      .filter(({ key }) => keys.length === 0 || keys.includes(key))
      .filter((group) => name === undefined || group.name === name)
      .filter(() => states.length === 0 || states.includes('active'));
    const { offset, limit } = offsetAndLimit(input);
    const page = found.slice(offset, offset + limit);
    const delivered = page.flatMap(({ results }) => results ?? []);
    const members = await instancesOfKeys(
      db,
      delivered.flatMap(({ instances }) => instances),
    );
    const present = new Set(members.keys());
    return {
      TotalCount: found.length,
      PageNumber,
      PageSize,
      AutoProvisioningGroups: page.map((group) => shownGroup(group, present, region)),
    };
  },
});

function shownGroup(group: ProvisioningGroup, present: ReadonlySet<string>, RegionId: string) {
  const { spec, results } = group;
  const { onDemand, spot } = capacityOf(group, present);
  const failed = results?.some(({ error }) => error !== null) ?? false;
  const isShort = onDemand + spot < spec.total;
  const ended = failed && isShort ? 'error' : 'fulfilled';
  return {
    AutoProvisioningGroupId: group.key,
    AutoProvisioningGroupName: group.name,
    AutoProvisioningGroupType: group.kind,
    CapacitySpecification: {
      PayAsYouGoCapacity: onDemand,
      PrePaidCapacity: 0,
      SpotCapacity: spot,
      TotalCapacity: onDemand + spot,
    },
    CreationTime: group.createdAt,
    ExcessCapacityTerminationPolicy: spec.excess,
    LaunchTemplateConfigs: spec.pools.map((pool) => ({
      InstanceType: pool.type,
      ...(pool.maxPrice !== null && { MaxPrice: pool.maxPrice }),
      Priority: pool.priority,
      VSwitchId: pool.subnet,
      WeightedCapacity: pool.weight,
    })),
    ...(spec.template !== null && { LaunchTemplateId: spec.template }),
    ...(spec.templateVersion !== null && { LaunchTemplateVersion: String(spec.templateVersion) }),
    ...(spec.maxSpotPrice !== null && { MaxSpotPrice: spec.maxSpotPrice }),
    PayAsYouGoOptions: { AllocationStrategy: spec.onDemandBy },
    RegionId,
    SpotOptions: {
      AllocationStrategy: spec.spotBy,
      InstanceInterruptionBehavior: spec.spotInterruption,
      InstancePoolsToUseCount: spec.spotPools,
    },
    State: results === null ? 'pending-fulfillment' : ended,
    Status: 'active',
    TargetCapacitySpecification: {
      DefaultTargetCapacityType: spec.rest === 'spot' ? 'Spot' : 'PayAsYouGo',
      PayAsYouGoTargetCapacity: spec.onDemand,
      SpotTargetCapacity: spec.spot,
      TotalTargetCapacity: spec.total,
    },
    TerminateInstances: spec.terminates,
    TerminateInstancesWithExpiration: spec.terminatesAtEnd,
    ValidFrom: spec.validFrom,
    ValidUntil: group.validUntil,
  };
}
