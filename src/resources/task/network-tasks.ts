import { statement } from '#store/statement.ts';
import type { ReadScope, Scope } from '../scope.ts';
import { operationOfRequest } from '../operation/operations.ts';
import { beginTask, type TaskState } from './tasks.ts';

/**
 * Writes down a change of a network that a client asks after, by its number or by the id of the
 * request: done at once, since what machines have follows the rows. Answers the number.
 */
export async function networkTask(scope: Scope, region: string): Promise<number> {
  const resource = scope.requestId;
  const task = { action: 'change-network', resource, region, state: 'finished' } as const;
  return (await beginTask(scope, task)).number;
}

const taskByRequest = statement<{
  readonly account: string;
  readonly region: string;
  readonly request: string;
}>()((db, p) =>
  db
    .selectFrom('tasks')
    .select('state')
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('action', '=', 'change-network')
    .where('resource', '=', p.request)
    .limit(1),
);

/** What becomes of a change of a network. */
export interface NetworkChange {
  readonly state: TaskState;
  readonly error: string | null;
}

/** The change of a network that a request began, of an interface or of what is done at once. */
export async function networkChangeOf(
  { db, account }: Pick<ReadScope, 'db' | 'account'>,
  { request, region }: { readonly request: string; readonly region: string },
): Promise<NetworkChange | undefined> {
  const task = await db.first(taskByRequest, { account, region, request });
  if (task !== undefined) return { state: task.state, error: null };
  const operation = await operationOfRequest(db, { account, kind: 'network-interface', request });
  if (operation === undefined) return undefined;
  return { state: taskStates[operation.state], error: operation.error };
}

const taskStates = { operating: 'processing', success: 'finished', failed: 'failed' } as const;

const taskByNumber = statement<{ readonly number: number; readonly account: string }>()((db, p) =>
  db
    .selectFrom('tasks')
    .selectAll()
    .where('seq', '=', p.number)
    .where('account', '=', p.account)
    .where('action', '=', 'change-network'),
);

/** The change of a network with that number, if the account has asked for it in that region. */
export async function findNetworkTask(
  { db, account }: Pick<ReadScope, 'db' | 'account'>,
  { number, region }: { readonly number: number; readonly region: string },
): Promise<{ readonly number: number; readonly state: TaskState } | undefined> {
  const row = await db.first(taskByNumber, { number, account });
  if (row === undefined || row.region !== region) return undefined;
  return { number: row.seq, state: row.state };
}
