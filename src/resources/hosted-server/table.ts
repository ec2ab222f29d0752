import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';

interface Keys {
  readonly keys: ReadonlyArray<Key<'hosted-server'>>;
}

export const serversIn = statement<{ readonly account: string; readonly region: string }>()(
  (db, p) =>
    db
      .selectFrom('hosted_servers')
      .selectAll()
      .where('account', '=', p.account)
      .where('region', '=', p.region)
      .orderBy('seq'),
);

export const serversByKeys = statement<Keys & { readonly account: string }>()((db, p) =>
  db
    .selectFrom('hosted_servers')
    .selectAll()
    .where('key', 'in', p.keys)
    .where('account', '=', p.account),
);

export const networksOfServers = statement<Keys>()((db, p) =>
  db.selectFrom('hosted_server_networks').selectAll().where('server', 'in', p.keys),
);

export const deleteNetworks = statement<{
  readonly server: Key<'hosted-server'>;
  readonly kinds: ReadonlyArray<'management' | 'deployment'>;
}>()((db, p) =>
  db
    .deleteFrom('hosted_server_networks')
    .where('server', '=', p.server)
    .where('kind', 'in', p.kinds),
);

export const setGroups = statement<{
  readonly server: Key<'hosted-server'>;
  readonly groups: string;
}>()((db, p) =>
  db
    .updateTable('hosted_server_networks')
    .set({ groups: p.groups })
    .where('server', '=', p.server)
    .where('kind', '=', 'management'),
);

export const changeServerRow = statement<{
  readonly key: Key<'hosted-server'>;
  readonly name: string | null;
  readonly deviceType: string;
  readonly bmcUser: string | null;
  readonly bmcPassword: string | null;
}>()((db, p) =>
  db
    .updateTable('hosted_servers')
    .set({
      name: p.name,
      device_type: p.deviceType,
      bmc_user: p.bmcUser,
      bmc_password: p.bmcPassword,
    })
    .where('key', '=', p.key),
);
