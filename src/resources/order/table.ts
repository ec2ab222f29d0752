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

/** The same with the order of each. */
export const boughtLines = statement<{ readonly resources: readonly string[] }>()((db, p) =>
  db
    .selectFrom('order_lines')
    .innerJoin('orders', 'orders.key', 'order_lines.order_key')
    .selectAll('order_lines')
    .select(['orders.kind', 'orders.created_at'])
    .where('order_lines.resource', 'in', p.resources)
    .where('order_lines.returned', '=', 0)
    .orderBy('order_lines.seq'),
);

export const ordersOfKind = statement<{
  readonly account: string;
  readonly kind: string;
  readonly limit: number;
}>()((db, p) =>
  db
    .selectFrom('orders')
    .select('seq')
    .where('account', '=', p.account)
    .where('kind', '=', p.kind)
    .orderBy('seq')
    .limit(p.limit),
);
