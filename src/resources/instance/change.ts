import { statement } from '#store/statement.ts';
import type { Statement } from '#store/statement.ts';
import type { Tx } from '#store/store.ts';
import { instanceFaults } from './faults.ts';
import type { Instance, InstanceDoc } from './instance.ts';

/** What of an instance is in a column of its own and may change. */
const columns = {
  state: 'state',
  name: 'name',
  privateAddress: 'private_ip',
  publicAddress: 'public_ip',
  host: 'host',
  project: 'project',
  expiresAt: 'expires_at',
  generation: 'generation',
  operation: 'operation',
  operationState: 'operation_state',
  operationRequest: 'operation_request',
  fault: 'fault',
} as const;

type ColumnName = keyof typeof columns;

/** New values by name; what is not named stays as it is. */
export type InstanceChange = Partial<Pick<Instance, ColumnName> & InstanceDoc>;

/** The instance as it was read. */
export type Known = Pick<Instance, 'key' | 'version' | 'operation' | 'doc'>;

interface Values {
  readonly [column: string]: string | number | null;
  readonly knownKey: string;
  readonly knownVersion: number;
}

/** One statement for each set of names; there are as many sets as places in the code. */
const statements = new Map<string, Statement<Values, unknown>>();

/**
 * Changes an instance, if nobody changed it since it was read (D3).
 * @throws instance.inProgress where somebody did
 */
export async function changeInstance(tx: Tx, known: Known, change: InstanceChange): Promise<void> {
  const { key, version } = known;
  const inDocument = Object.entries(change).filter(([name]) => !isColumn(name));
  const values: Record<string, string | number | null> = {};
  for (const [name, column] of Object.entries(columns)) {
    const value = change[name as ColumnName];
    if (value !== undefined) values[column] = value;
  }
  if (inDocument.length > 0) {
    values['doc'] = JSON.stringify({ ...known.doc, ...Object.fromEntries(inDocument) });
  }
  const set = statementOf(Object.keys(values));
  if ((await tx.run(set, { ...values, knownKey: key, knownVersion: version })) === 1) return;
  const operation = change.operation ?? known.operation ?? 'launch';
  throw instanceFaults.inProgress({ instance: key, operation });
}

function isColumn(name: string): name is ColumnName {
  return Object.hasOwn(columns, name);
}

function statementOf(names: readonly string[]): Statement<Values, unknown> {
  const id = names.join();
  const kept = statements.get(id);
  if (kept !== undefined) return kept;
  const made = statement<Values>()((db, p) =>
    db
      .updateTable('instances')
      .set((eb) => ({
        ...Object.fromEntries(names.map((name) => [name, p[name]])),
        version: eb('version', '+', 1),
      }))
      .where('key', '=', p.knownKey)
      .where('version', '=', p.knownVersion),
  );
  statements.set(id, made);
  return made;
}
