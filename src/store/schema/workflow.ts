import { integer, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * Work that goes on after its request was answered; one active row per target (D26). What it works
 * on besides is held by rows of their own, whose targets `also` lists. `epoch` fences off whoever
 * lost the lease. `due_at` is cloud time, `lease_until` wall time; `input`, `results` and `also`
 * are JSON. The engine deletes finished rows.
 */
export const workflowTable = table({
  seq,
  kind: text,
  target: text,
  step: text,
  state: oneOf('active', 'done', 'undone', 'stuck'),
  due_at: integer,
  attempts: integer,
  epoch: integer,
  lease_until: nullable(integer),
  owner: nullable(text),
  began_at: integer,
  created_at: integer,
  input: text,
  results: text,
  also: nullable(text),
});

declare module '../schema.ts' {
  interface Schema {
    workflows: ColumnsOf<typeof workflowTable>;
  }
}

export type WorkflowRow = RowOf<typeof workflowTable>;
export type NewWorkflow = NewRowOf<typeof workflowTable>;
