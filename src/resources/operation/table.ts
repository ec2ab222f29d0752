import type { OperationRow } from '#store/schema/operation.ts';
import { statement } from '#store/statement.ts';

interface OfResource {
  readonly kind: string;
  readonly resource: string;
}

interface OfResources {
  readonly kind: string;
  readonly resources: readonly string[];
}

interface Ending extends OfResources {
  readonly state: OperationRow['state'];
  readonly error: string | null;
  readonly at: number;
}

/** Ends what is under way on resources. */
export const endOperationRows = statement<Ending>()((db, p) =>
  db
    .updateTable('operations')
    .set({ state: p.state, error: p.error, finished_at: p.at })
    .where('resource_kind', '=', p.kind)
    .where('resource', 'in', p.resources)
    .where('state', '=', 'operating'),
);

/** Deletes the operations of a resource but its newest ones. */
export const deleteOlderOperations = statement<OfResource & { readonly kept: number }>()((db, p) =>
  db
    .deleteFrom('operations')
    .where('resource_kind', '=', p.kind)
    .where('resource', '=', p.resource)
    .where('number', '<=', (eb) =>
      eb
        .selectFrom('operations')
        .select('number')
        .where('resource_kind', '=', p.kind)
        .where('resource', '=', p.resource)
        .orderBy('number', 'desc')
        .limit(1)
        .offset(p.kept),
    ),
);

export const deleteOperationRows = statement<OfResources>()((db, p) =>
  db
    .deleteFrom('operations')
    .where('resource_kind', '=', p.kind)
    .where('resource', 'in', p.resources),
);

/** The operations of a resource, newest first. */
export const operationRows = statement<OfResource>()((db, p) =>
  db
    .selectFrom('operations')
    .selectAll()
    .where('resource_kind', '=', p.kind)
    .where('resource', '=', p.resource)
    .orderBy('number', 'desc'),
);

/** What a request of an account began on resources of a kind: a look at all of that kind. */
export const operationsByRequest = statement<{
  readonly kind: string;
  readonly account: string;
  readonly request: string;
}>()((db, p) =>
  db
    .selectFrom('operations')
    .select(['state', 'error'])
    .where('resource_kind', '=', p.kind)
    .where('account', '=', p.account)
    .where('request', '=', p.request)
    .limit(100),
);
