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
