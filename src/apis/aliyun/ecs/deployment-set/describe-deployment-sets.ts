// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describedeploymentsets
import { action } from '#apis/context.ts';
import { instancesOf } from '#resources/placement-group/members.ts';
import { placementGroupFaults as faults } from '#resources/placement-group/faults.ts';
import { listPlacementGroups, type GroupShown } from '#resources/placement-group/verbs/groups.ts';
import { seenZones } from '#resources/region/seen-zones.ts';
import { id, list } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { silent } from '../../parameters.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-deployment-sets.ts';
import { levels, strategies } from './set-fields.ts';

/** Sets of the region, newest first. */
export const describeDeploymentSets = action.read({
  model,
  input: {
    DeploymentSetIds: list(id('placement-group'), {
      style: 'json',
      max: 100,
      reasons: { count: faults.tooMany },
    }),
    Strategy: { values: strategies.names, reasons: faults.strategyUnknown },
    Type: { values: levels.names, reasons: faults.levelUnknown },
    ...each(['NetworkType', 'Granularity', 'Domain'], silent),
    ...numbered(50),
  },
  handle: async (context, input) => {
    const { region } = context;
    const { DeploymentSetName: name, DeploymentSetIds: keys, Strategy, Type } = input;
    const { total, items } = await listPlacementGroups(context, {
      region,
      filter: {
        keys: keys?.length === 0 ? undefined : keys,
        names: name === undefined ? undefined : [name],
        strategies: Strategy === undefined ? undefined : [strategies.neutral(Strategy)],
        levels: Type === undefined ? undefined : [levels.neutral(Type)],
      },
      page: offsetAndLimit(input),
    });
    const zones = seenZones(context, region);
    return {
      TotalCount: total,
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      RegionId: input.RegionId,
      DeploymentSets: items.map((one) => shownSet(one, zones)),
    };
  },
});

function shownSet({ group, members, membersMax }: GroupShown, zones: readonly string[]) {
  const instances = instancesOf(members);
  return {
    AccountId: Number(group.account),
    DeploymentSetId: group.key,
    DeploymentSetName: group.name ?? '',
    DeploymentSetDescription: group.description ?? '',
    DeploymentStrategy: strategies.words[group.strategy],
    Strategy: group.strategy === 'near' ? 'LooseAggregation' : 'StrictDispersion',
    Domain: 'Default',
    Granularity: granularities[group.level],
    Type: levels.words[group.level],
    Affinity: group.affinity,
    GroupCount: group.parts,
    CreationTime: group.createdAt,
    InstanceAmount: instances.length,
    InstanceIds: instances,
    Capacities: zones.map((zone) => {
      const used = instancesOf(members.filter((member) => member.zone === zone)).length;
      return { ZoneId: zone, UsedAmount: used, AvailableAmount: membersMax - instances.length };
    }),
  };
}

/** Granularity, which Type has replaced: the words of the page's examples. */
const granularities = { host: 'Host', switch: 'Switch', rack: 'Rack' } as const;
