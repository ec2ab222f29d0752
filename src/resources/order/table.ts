import { statement } from '#store/statement.ts';

export const orderByKey = statement<{ readonly key: string }>()((db, p) =>
  db.selectFrom('orders').selectAll().where('key', '=', p.key),
);

export const linesOfOrder = statement<{ readonly order: string }>()((db, p) =>
  db.selectFrom('order_lines').selectAll().where('order_key', '=', p.order).orderBy('seq'),
);

/** What was bought for resources of which nothing came back yet, the oldest first. */
export const linesOfResources = statement<{ readonly resources: readonly string[] }>()((db, p) =>
  db
    .selectFrom('order_lines')
    .selectAll()
    .where('resource', 'in', p.resources)
    .where('returned', '=', 0)
    .orderBy('seq'),
);

/** Nothing of them comes back any more. */
export const returnLines = statement<{ readonly seqs: readonly number[] }>()((db, p) =>
  db.updateTable('order_lines').set({ returned: 1 }).where('seq', 'in', p.seqs),
);

/** The latest order of some kinds for a resource, of which nothing came back yet. */
export const latestOrderOf = statement<{
  readonly resource: string;
  readonly kinds: readonly string[];
}>()((db, p) =>
  db
    .selectFrom('order_lines')
    .innerJoin('orders', 'orders.key', 'order_lines.order_key')
    .select(['orders.key as key'])
    .where('order_lines.resource', '=', p.resource)
    .where('order_lines.returned', '=', 0)
    .where('orders.kind', 'in', p.kinds)
    .orderBy('order_lines.seq', 'desc')
    .limit(1),
);
