import { after, before, describe, it } from 'node:test';
import type { StoreCase } from './cases/case.ts';
import { bookCases } from './cases/books.ts';
import { tableCases } from './cases/tables.ts';
import { trapCases } from './cases/traps.ts';
import { writeCases } from './cases/writes.ts';
import type { Store } from './store.ts';

/** What every kind of store must do. `open` gives an empty store, which is closed at the end. */
export function storeCases(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let opened: Store | undefined;
    before(async () => {
      opened = await open();
    });
    after(async () => {
      await opened?.close();
    });
    const running = async (run: StoreCase['run']): Promise<void> => {
      if (opened === undefined) throw new Error('The store did not open.');
      await run(opened);
    };
    for (const { demands, run } of [...tableCases, ...writeCases, ...trapCases, ...bookCases]) {
      it(demands, () => running(run));
    }
  });
}
