import { EngineError } from './engine-error.ts';

/** Carries out what may have been done already: a stop or a removal. @throws EngineError */
export async function gone(change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (error) {
    const isGone = error instanceof EngineError && (error.isMissing || isStopped(error));
    if (!isGone) throw error;
  }
}

function isStopped({ message }: EngineError): boolean {
  return /already stopped|is not running/i.test(message);
}
