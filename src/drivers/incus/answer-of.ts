import type { DriverAnswer, Machine } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { wordsOf } from './words-of.ts';

export const DONE: DriverAnswer = { state: 'done' };

const BUSY_POLL_MS = 300;

/** A refusal for good, with its reason in kebab-case. */
export function failed(reason: string): DriverAnswer {
  return { state: 'failed', reason, retryable: false };
}

/**
 * Carries out `work` and puts what the server has against it into an answer, with its own words.
 * Where the server still works on the machine, the call is to be repeated.
 */
export async function answerOf(
  { log }: IncusContext,
  { verb, machine }: { readonly verb: string; readonly machine: Pick<Machine, 'key'> },
  work: () => Promise<DriverAnswer>,
): Promise<DriverAnswer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.isBusy) return { state: 'pending', pollAfterMs: BUSY_POLL_MS };
    const { message, retryable } = error;
    log.warn({ verb, machine: machine.key, message, retryable }, 'the server of machines refused');
    return {
      state: 'failed',
      reason: reasonOf(error),
      // Without an answer the words are ours, and name the place where the server is.
      ...(error.status > 0 && { detail: wordsOf(message) }),
      retryable,
      ...(error.isUnreachable && { unreachable: true }),
    };
  }
}

function reasonOf({ isUnreachable, isMissing, retryable }: EngineError): string {
  if (isUnreachable) return 'host-did-not-answer';
  if (isMissing) return 'not-found-on-server';
  return retryable ? 'server-failed' : 'server-refused';
}
