import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';

interface Owned {
  readonly account: string;
  readonly region: string;
}

export const groupsOf = statement<Owned>()((db, p) =>
  db
    .selectFrom('provisioning_groups')
    .selectAll()
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .orderBy('seq', 'desc')
    .limit(1_000),
);

export const ownGroup = statement<Owned & { readonly key: string }>()((db, p) =>
  db
    .selectFrom('provisioning_groups')
    .selectAll()
    .where('key', '=', p.key)
    .where('account', '=', p.account)
    .where('region', '=', p.region),
);

export const groupOfToken = statement<Owned & { readonly token: string }>()((db, p) =>
  db
    .selectFrom('provisioning_groups')
    .selectAll()
    .where('account', '=', p.account)
    .where('token', '=', p.token)
    .where('region', '=', p.region),
);

export const setResults = statement<{
  readonly key: Key<'provisioning-group'>;
  readonly results: string;
}>()((db, p) =>
  db.updateTable('provisioning_groups').set({ results: p.results }).where('key', '=', p.key),
);

export const changeGroupRow = statement<{
  readonly key: Key<'provisioning-group'>;
  readonly name: string;
  readonly doc: string;
}>()((db, p) =>
  db.updateTable('provisioning_groups').set({ name: p.name, doc: p.doc }).where('key', '=', p.key),
);

export const deleteGroupRow = statement<{ readonly key: Key<'provisioning-group'> }>()((db, p) =>
  db.deleteFrom('provisioning_groups').where('key', '=', p.key),
);

export const membersOf = statement<{ readonly owner: Key<'provisioning-group'> }>()((db, p) =>
  db
    .selectFrom('provisioning_members')
    .select('instance')
    .where('owner', '=', p.owner)
    .orderBy('seq'),
);

export const deleteMembers = statement<{ readonly owner: Key<'provisioning-group'> }>()((db, p) =>
  db.deleteFrom('provisioning_members').where('owner', '=', p.owner),
);
