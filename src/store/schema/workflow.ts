import type { Generated, Insertable, Selectable } from 'kysely';

/**
 * Work that goes on after its request was answered; one active row per target (D26). `epoch`
 * fences off whoever lost the lease. `due_at` is cloud time, `lease_until` wall time; `input` and
 * `results` are JSON. The engine deletes finished rows.
 */
export interface WorkflowTable {
  seq: Generated<number>;
  kind: string;
  target: string;
  step: string;
  state: 'active' | 'done' | 'undone' | 'stuck';
  due_at: number;
  attempts: number;
  epoch: number;
  lease_until: number | null;
  owner: string | null;
  began_at: number;
  created_at: number;
  input: string;
  results: string;
}

export type WorkflowRow = Selectable<WorkflowTable>;
export type NewWorkflow = Insertable<WorkflowTable>;
