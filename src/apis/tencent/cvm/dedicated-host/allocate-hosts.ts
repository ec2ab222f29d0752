// https://cloud.tencent.com/document/api/213/16474 (seed 004 L21334)
import { action } from '#apis/context.ts';
import { tencentTypeSource } from '#catalogue/tencent/types.ts';
import { dedicatedHostFaults } from '#resources/dedicated-host/faults.ts';
import { buyHosts } from '#resources/dedicated-host/verbs/buy-hosts.ts';
import { projectFaults } from '#resources/project/faults.ts';
import { zoneFaults } from '#resources/zone/faults.ts';
import { id, list } from '#wire/builders.ts';
import { requireZone } from '../../structs/region/zones.ts';
import { specifiedTags, tagSpecification } from '../../structs/tag/tags.ts';
import * as model from '../models/allocate-hosts.ts';
import { hostPrepaid, hostPrepaidOf, silentPlacement } from './host-fields.ts';

/** Buys hosts in advance: PREPAID is the only way to pay for them (L21385). */
export const allocateHosts = action.write({
  model,
  input: {
    Placement: {
      fields: {
        ...silentPlacement,
        Zone: { reasons: { malformed: zoneFaults.notInRegion } },
        ProjectId: { default: 0, min: 0, reasons: { range: projectFaults.notFound } },
        HostIds: {
          deprecated: true,
          item: { reasons: { malformed: dedicatedHostFaults.malformed } },
        },
      },
    },
    HostChargePrepaid: hostPrepaid,
    HostChargeType: { values: ['PREPAID'], default: 'PREPAID' },
    HostType: { default: 'HS1', empty: 'absent' },
    HostCount: {
      default: 1,
      min: 1,
      max: 100,
      reasons: { range: dedicatedHostFaults.countOutOfRange },
    },
    TagSpecification: tagSpecification('host'),
  },
  output: { HostIdSet: list(id('dedicated-host')) },
  // It is optional on the page, beside a charge type that needs it (L21340).
  rules: [{ rule: 'one-of', fields: ['HostChargePrepaid'] }],
  handle: async (context, input) => {
    const { Placement, HostChargePrepaid: prepaid, HostCount: count } = input;
    const { region } = context;
    requireZone(Placement.Zone, region);
    const { keys } = await buyHosts(context, {
      launchedBy: tencentTypeSource.catalogue,
      type: input.HostType,
      region,
      zones: [Placement.Zone],
      count,
      countMin: count,
      name: null,
      description: null,
      project: Placement.ProjectId,
      resourceGroup: null,
      cluster: null,
      prepaid: prepaid === undefined ? null : hostPrepaidOf(prepaid),
      releaseAt: null,
      autoPlacement: true,
      maintenanceAction: 'migrate',
      cpuPercent: 100,
      udpTimeout: null,
      slbUdpTimeout: null,
      tags: specifiedTags(input.TagSpecification),
    });
    return { HostIdSet: keys };
  },
});
