// https://cloud.tencent.com/document/api/213/64984 (seed 004 L23523)
import { action } from '#apis/context.ts';
import type { HostedServer } from '#resources/hosted-server/hosted-server.ts';
import { listServers } from '#resources/hosted-server/verbs/servers.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { vpcFaults } from '#resources/vpc/faults.ts';
import { id, list } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { asks, idOf } from '../../structs/filters.ts';
import { cvmFilters, idsOrFilters, keysNamed, pageFields, sliceOf } from '../../structs/listing.ts';
import { zoneOf } from '../../structs/region/zones.ts';
import * as model from '../models/describe-chc-hosts.ts';
import { chcIdsAsked } from './chc-fields.ts';
import { chcStateNames, chcStates } from './chc-states.ts';
import { renderChcHost } from './render-chc-host.ts';

const filters = cvmFilters(
  {
    zone: asks('zones', zoneOf),
    'instance-name': asks('names'),
    'instance-state': { ...asks('states'), values: chcStateNames },
    'device-type': asks('deviceTypes'),
    'vpc-id': asks('vpcs', idOf('vpc', vpcFaults.malformed)),
    'subnet-id': asks('subnets', idOf('subnet', subnetFaults.malformed)),
    sn: asks('serials'),
  },
  { valuesMax: 5 },
);

const none = { optional: true } as const;

export const describeChcHosts = action.read({
  model,
  input: { ChcIds: chcIdsAsked, Filters: filters.shape, ...pageFields },
  rules: [idsOrFilters('ChcIds')],
  output: {
    ChcHostSet: {
      item: {
        fields: {
          ChcId: id('hosted-server'),
          CvmInstanceId: id('instance'),
          BmcSecurityGroupIds: list(id('security-group')),
          DeploySecurityGroupIds: list(id('security-group')),
          Placement: {
            fields: each(
              [
                'HostId',
                'HostIds',
                'RackId',
                'DedicatedResourcePackTenancy',
                'DedicatedResourcePackIds',
              ],
              none,
            ),
          },
        },
      },
    },
  },
  handle: async (context, { ChcIds, Filters, ...page }) => {
    const query = filters.read(Filters, context.region);
    const keys = keysNamed(ChcIds) ?? query.keys;
    const wanted = { ...query, keys };
    const servers = await listServers(context, context.region);
    const found = servers.filter((server) => fits(server, wanted));
    return { TotalCount: found.length, ChcHostSet: sliceOf(found, page).map(renderChcHost) };
  },
});

interface Wanted extends Omit<ReturnType<typeof filters.read>, 'keys'> {
  readonly keys: readonly string[] | undefined;
}

function fits(server: HostedServer, wanted: Wanted): boolean {
  const networks = Object.values(server.networks);
  const some = (named: readonly string[] | undefined, values: ReadonlyArray<string | null>) =>
    named === undefined || values.some((value) => value !== null && named.includes(value));
  return (
    some(wanted.keys, [server.key]) &&
    some(wanted.zones, [server.zone]) &&
    some(wanted.names, [server.name ?? server.serial]) &&
    some(wanted.states, [chcStates[server.state].state]) &&
    some(wanted.deviceTypes, [server.deviceType]) &&
    some(
      wanted.vpcs,
      networks.map(({ vpc }) => vpc),
    ) &&
    some(
      wanted.subnets,
      networks.map(({ subnet }) => subnet),
    ) &&
    some(wanted.serials, [server.serial])
  );
}
