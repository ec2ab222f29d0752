/**
 * Wakes the engines of this process after a commit that started a workflow, so that they look
 * without waiting for their tick. All clouds of a process share it: waking for the workflow of
 * another cloud costs an engine one query that finds nothing.
 */
const listeners = new Set<() => void>();

/** Calls `listener` after each commit that started a workflow; the answer ends that. */
export function onWorkflowStarted(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Calls every listener; a listener only takes note, so none delays another. */
export function announceWorkflowStarted(): void {
  for (const listener of listeners) listener();
}
