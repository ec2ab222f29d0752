import { accessKeyCounterScope } from '#resources/account/access-keys.ts';
import { settleWorkflow } from '#resources/meter/workflows/settle.ts';
import { nouns } from '#resources/nouns.ts';
import type { Schema } from '#store/schema.ts';
import type { Store, Tx } from '#store/store.ts';

/** What goes when a cloud is emptied: accounts, their keys and facts about the store stay. */
const going = [
  ...nouns
    .filter(({ onReset }) => onReset === 'goes')
    .flatMap(({ tables = {} }) => Object.keys(tables)),
  'tokens',
] as ReadonlyArray<keyof Schema>;

/** Empties the cloud: every resource of every account, in one transaction. */
export async function reset(store: Store): Promise<void> {
  await store.write(async (tx) => {
    for (const table of going) await empty(tx, table);
    // The hours that follow are charged for by the same one.
    await tx.db.deleteFrom('workflows').where('kind', '!=', settleWorkflow.kind).execute();
    // The numbers of access keys are counted there too.
    await tx.db.deleteFrom('counters').where('scope', '!=', accessKeyCounterScope).execute();
  });
}

async function empty(tx: Tx, table: keyof Schema): Promise<void> {
  await tx.db.deleteFrom(table).execute();
}
