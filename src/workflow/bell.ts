/**
 * Rings after a commit that started a workflow, so that the engines of this process look at once.
 * It is shared by all clouds of a process: ringing for another one's workflow costs an engine one
 * query that finds nothing.
 */
const listeners = new Set<() => void>();

/** Calls `listener` after each commit that started a workflow; the answer ends that. */
export function onWorkflowStarted(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Calls every listener, at once; listeners only take note. */
export function ringWorkflowStarted(): void {
  for (const listener of listeners) listener();
}
