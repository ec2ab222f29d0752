import type { DriverAnswer } from '../driver.ts';

/** What is being done for calls, so that a repeated one joins it. */
export interface Tasks {
  /**
   * Begins `work`, or joins the one of that name, and answers what came of it, or that it is
   * pending where it takes longer. What came of it for good is kept for a while: a workflow asks
   * for all machines of a batch again as long as one of them is pending.
   */
  run(name: string, work: () => Promise<DriverAnswer>): Promise<DriverAnswer>;
}

const ANSWER_MS_MAX = 5_000;
const POLL_AFTER_MS = 250;
const KEPT_MS = 10 * 60_000;

/** Tasks of one driver; nothing of them outlives the process, which is what idempotence is for. */
export function createTasks(): Tasks {
  const tasks = new Map<string, Promise<DriverAnswer>>();
  const begin = (name: string, work: () => Promise<DriverAnswer>): Promise<DriverAnswer> => {
    const task = work();
    tasks.set(name, task);
    const forget = (): void => {
      if (tasks.get(name) === task) tasks.delete(name);
    };
    task.then((answer) => {
      if (answer.state === 'done' || (answer.state === 'failed' && !answer.retryable)) {
        setTimeout(forget, KEPT_MS).unref();
      } else forget();
    }, forget);
    return task;
  };
  return {
    async run(name, work) {
      const task = tasks.get(name) ?? begin(name, work);
      const answer = await within(task, ANSWER_MS_MAX);
      return answer ?? { state: 'pending', pollAfterMs: POLL_AFTER_MS };
    },
  };
}

async function within<Value>(task: Promise<Value>, ms: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}
