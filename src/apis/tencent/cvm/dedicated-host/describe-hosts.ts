// https://cloud.tencent.com/document/api/213/16475 (seed 004 L22109)
import { action } from '#apis/context.ts';
import type { DedicatedHost } from '#resources/dedicated-host/dedicated-host.ts';
import { dedicatedHostFaults } from '#resources/dedicated-host/faults.ts';
import { withRooms, type RoomyHost } from '#resources/dedicated-host/room.ts';
import { instancesOn } from '#resources/dedicated-host/usage.ts';
import { listDedicatedHosts } from '#resources/dedicated-host/verbs/list-hosts.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { each } from '#wire/overlay.ts';
import { asks, idOf, projectOf } from '../../structs/filters.ts';
import { renewals } from '../../structs/instance/words.ts';
import { pageFields, pageOf, taggedFilters } from '../../structs/listing.ts';
import { zoneOf } from '../../structs/region/zones.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import * as model from '../models/describe-hosts.ts';
import { hostStates } from './host-fields.ts';

const filters = taggedFilters({
  zone: asks('zones', zoneOf),
  'project-id': asks('projects', projectOf),
  'host-id': asks('keys', idOf('dedicated-host', dedicatedHostFaults.malformed)),
  'host-name': asks('names'),
  'host-state': {
    values: [...hostStates.names, 'LAUNCH_FAILURE'],
    ...asks('states', (state) => hostStates.find(state)),
  },
  'host-type': asks('types'),
});

const absent = { optional: true } as const;

export const describeHosts = action.read({
  model,
  input: { Filters: filters.shape, ...pageFields },
  output: {
    HostSet: {
      item: {
        fields: {
          Placement: {
            fields: each(
              [
                'HostIds',
                'HostId',
                'DedicatedResourcePackTenancy',
                'DedicatedResourcePackIds',
                'RackId',
              ],
              absent,
            ),
          },
          // The answers of the page do not have it (L22298-22330).
          HostIp: absent,
          ExpiredTime: { nullable: true },
        },
      },
    },
  },
  handle: async (context, { Filters, Offset, Limit }) => {
    const { region, db } = context;
    const { total, items } = await listDedicatedHosts(context, {
      region,
      filter: filters.read(Filters, region),
      page: pageOf({ Offset, Limit }),
    });
    const instances = await instancesOn(db, items);
    const tags = await tagsOf(
      db,
      'dedicated-host',
      items.map(({ key }) => key),
    );
    return {
      TotalCount: total,
      HostSet: (await withRooms(db, items)).map(({ host, room }) => ({
        ...shown(host),
        InstanceIds: (instances.get(host.key) ?? []).map(({ key }) => key),
        HostResource: resourceOf(context.account, room),
        Tags: shownTags(tags.get(host.key)),
      })),
    };
  },
});

/** HostItem (struct text L36505-36548). */
function shown(host: DedicatedHost) {
  const { prepaid } = host;
  return {
    Placement: { Zone: host.zone, ProjectId: host.project },
    HostId: host.key,
    HostType: host.type,
    HostName: host.name ?? '未命名',
    HostChargeType: prepaid === null ? 'POSTPAID_BY_HOUR' : 'PREPAID',
    RenewFlag: renewals.words[prepaid?.renewal ?? 'off'],
    CreatedTime: host.createdAt,
    ExpiredTime: host.expiresAt,
    HostState: hostStates.words[host.state],
    CageId: '',
  };
}

/** HostResource (L36577-36668); disks of hosts are elsewhere here, as in the sample of L22322. */
function resourceOf(account: string, room: RoomyHost['room']) {
  return {
    CpuTotal: room.cpu,
    CpuAvailable: Math.max(room.cpuFree, 0),
    MemTotal: room.memoryMiB / 1024,
    MemAvailable: Math.max(room.memoryMiBFree, 0) / 1024,
    DiskTotal: 0,
    DiskAvailable: 0,
    DiskType: '',
    GpuTotal: 0,
    GpuAvailable: 0,
    ExclusiveOwner: account,
  };
}
