import { counterTable } from './schema/counter.ts';
import { metaTable } from './schema/meta.ts';
import { tokenTable } from './schema/token.ts';
import { workflowTable } from './schema/workflow.ts';

/** Tables that belong to no noun. */
export const ownTables = {
  counters: counterTable,
  meta: metaTable,
  tokens: tokenTable,
  workflows: workflowTable,
};
