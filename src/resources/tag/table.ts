import { statement } from '#store/statement.ts';

interface OfResources {
  readonly kind: string;
  readonly resources: readonly string[];
}

/** The tags of resources, by name. */
export const tagsByResources = statement<OfResources>()((db, p) =>
  db
    .selectFrom('tags')
    .select(['resource', 'name', 'value'])
    .where('resource_kind', '=', p.kind)
    .where('resource', 'in', p.resources)
    .orderBy('name'),
);

export const deleteTagsByResources = statement<OfResources>()((db, p) =>
  db.deleteFrom('tags').where('resource_kind', '=', p.kind).where('resource', 'in', p.resources),
);

/** Takes tags of these names off resources. */
export const deleteTagsByNames = statement<OfResources & { readonly names: readonly string[] }>()(
  (db, p) =>
    db
      .deleteFrom('tags')
      .where('resource_kind', '=', p.kind)
      .where('resource', 'in', p.resources)
      .where('name', 'in', p.names),
);

interface InAccount {
  readonly account: string;
  readonly kind: string;
}

/** The next name of tags that an account uses on a kind of resources. */
export const nextTagName = statement<InAccount & { readonly after: string }>()((db, p) =>
  db
    .selectFrom('tags')
    .select('name')
    .where('account', '=', p.account)
    .where('resource_kind', '=', p.kind)
    .where('name', '>', p.after)
    .orderBy('name')
    .limit(1),
);

/** The first value that it uses there with a name. */
export const firstTagValue = statement<InAccount & { readonly name: string }>()((db, p) =>
  db
    .selectFrom('tags')
    .select('value')
    .where('account', '=', p.account)
    .where('resource_kind', '=', p.kind)
    .where('name', '=', p.name)
    .orderBy('value')
    .limit(1),
);

/** The next one behind a value. */
export const nextTagValue = statement<
  InAccount & { readonly name: string; readonly after: string }
>()((db, p) =>
  db
    .selectFrom('tags')
    .select('value')
    .where('account', '=', p.account)
    .where('resource_kind', '=', p.kind)
    .where('name', '=', p.name)
    .where('value', '>', p.after)
    .orderBy('value')
    .limit(1),
);
