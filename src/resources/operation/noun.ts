import { operationTable } from '#store/schema/operation.ts';
import { noun } from '../noun.ts';

/** What was done to resources, and when. */
export const operationNoun = noun({
  name: 'operation',
  tables: { operations: operationTable },
  onReset: 'goes',
});
