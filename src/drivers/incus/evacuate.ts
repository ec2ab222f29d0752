import type { IncusContext } from './context.ts';
import { moveStranded, runningOn } from './move-stranded.ts';

const EVACUATE_MS_MAX = 60 * 60_000;

/**
 * Has a cluster move the machines of a member to others, as it does that; nothing new is placed
 * there until an operator restores the member. @throws Error on a server of its own; EngineError.
 */
export async function evacuate(context: IncusContext, member: string): Promise<void> {
  if (!context.isClustered) {
    throw new Error(`${member} is a server of its own: there is no other to move machines to.`);
  }
  const path = `/1.0/cluster/members/${encodeURIComponent(member)}/state`;
  const body = { action: 'evacuate' };
  const ran = await runningOn(context, member);
  await context.engine.change('POST', path, { body, timeoutMs: EVACUATE_MS_MAX });
  await moveStranded(context, member, ran);
}
