import type { Key } from '#kernel/key.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { requireSecurityGroups } from '../../security-group/verbs/require-security-groups.ts';
import { verb } from '../../verb.ts';
import { hostedServerFaults } from '../faults.ts';
import type { HostedServer } from '../hosted-server.ts';
import { loadServers } from '../load-servers.ts';
import { changeServerRow, serversByKeys, serversIn, setGroups } from '../table.ts';

export interface ServersRequest {
  readonly region: string;
  readonly keys: ReadonlyArray<Key<'hosted-server'>>;
}

/** The servers of an account in a region that the asker sees, oldest first. */
export const listServers = verb(
  [],
  async (scope: ReadScope, region: string): Promise<readonly HostedServer[]> => {
    const { db, account } = scope;
    const rows = await db.all(serversIn, { account, region });
    return loadServers(
      db,
      rows.filter(({ zone }) => scope.sees(zone)),
    );
  },
);

/** The servers named, in their order, each once: all of them, or it refuses. */
export const requireServers = verb(
  [hostedServerFaults.notFound],
  async (scope: ReadScope, { region, keys }: ServersRequest): Promise<readonly HostedServer[]> => {
    const { db, account } = scope;
    const rows = await db.all(serversByKeys, { account, keys });
    const byKey = new Map(rows.map((row) => [row.key, row] as const));
    const found = [...new Set(keys)].map((key) => {
      const row = byKey.get(key);
      if (row?.region === region && scope.sees(row.zone)) return row;
      throw hostedServerFaults.notFound({ 'hosted-server': key });
    });
    return loadServers(db, found);
  },
);

export interface ServersChange extends ServersRequest {
  readonly name?: string | undefined;
  readonly deviceType?: string | undefined;
  readonly bmcUser?: string | undefined;
  readonly bmcPassword?: string | undefined;
  readonly groups?: ReadonlyArray<Key<'security-group'>> | undefined;
}

/** Changes what is given of servers; the groups are of the network of their controllers. */
export const changeServers = verb(
  [requireServers, requireSecurityGroups, hostedServerFaults.noNetwork],
  async (scope: Scope, change: ServersChange): Promise<void> => {
    const { db, cloud } = scope;
    const { region, groups, bmcPassword: password } = change;
    const servers = await requireServers(scope, change);
    for (const server of servers) {
      const { key, networks } = server;
      if (groups !== undefined && networks.management === undefined) {
        throw hostedServerFaults.noNetwork({ 'hosted-server': key });
      }
    }
    if (groups !== undefined) {
      await requireSecurityGroups(scope, groups, { region });
    }
    const rows = await db.all(serversByKeys, {
      account: scope.account,
      keys: servers.map(({ key }) => key),
    });
    for (const row of rows) {
      await db.run(changeServerRow, {
        key: row.key,
        name: change.name ?? row.name,
        deviceType: change.deviceType ?? row.device_type,
        bmcUser: change.bmcUser ?? row.bmc_user,
        bmcPassword:
          password === undefined
            ? row.bmc_password
            : cloud.sealer.seal(password, purposeOf(row.key)),
      });
      if (groups !== undefined) {
        await db.run(setGroups, { server: row.key, groups: JSON.stringify(groups) });
      }
    }
  },
);

function purposeOf(key: string): string {
  return `hosted-server ${key}`;
}
