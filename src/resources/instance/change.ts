import { statement } from '#store/statement.ts';
import type { Statement } from '#store/statement.ts';
import type { Tx } from '#store/store.ts';
import { instanceFaults } from './faults.ts';
import { columnsOf } from './instance-row.ts';
import type { Instance } from './instance.ts';

/** New values by the names of the domain; what is not named stays as it is. */
export type InstanceChange = Partial<
  Omit<Instance, 'seq' | 'key' | 'account' | 'region' | 'version' | 'createdAt' | 'launchedBy'>
>;

/** The instance as it was read. */
export type Known = Pick<Instance, 'key' | 'version' | 'operation'>;

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
  const values = columnsOf(change);
  const set = statementOf(Object.keys(values));
  if ((await tx.run(set, { ...values, knownKey: key, knownVersion: version })) === 1) return;
  const operation = change.operation ?? known.operation ?? 'launch';
  throw instanceFaults.inProgress({ instance: key, operation });
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
