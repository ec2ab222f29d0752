import assert from 'node:assert/strict';
import type { SpawnedCluster } from './spawned-cluster.ts';
import type { TencentAnswer, TencentClient } from './tencent-client.ts';

/** What clients of a cluster do whose processes are killed beneath them. */

const KILL_EVERY_MS = 5_000;

/** Kills one process after the other and starts it again, until `until`; answers how many. */
export async function killUntil(cluster: SpawnedCluster, until: number): Promise<number> {
  const processes = cluster.members.length;
  let kills = 0;
  while (Date.now() + KILL_EVERY_MS < until) {
    await pause(KILL_EVERY_MS);
    await cluster.end(kills % processes, 'SIGKILL');
    await cluster.start(kills % processes);
    kills += 1;
  }
  return kills;
}

/** An answer, or that there was none. */
export type Answer = Omit<TencentAnswer, 'RequestId' | 'Error'> & {
  readonly Error?: { readonly Code: string };
};

const NO_ANSWER: Answer = { Error: { Code: 'NoAnswer' } };

/** Asks one of the processes, which may be killed meanwhile. */
export async function ask(
  { members }: SpawnedCluster,
  member: number,
  request: {
    readonly action: string;
    readonly body: object;
    readonly service?: Parameters<TencentClient['call']>[2];
  },
): Promise<Answer> {
  const { client } = members[member % members.length] ?? {};
  assert.ok(client);
  try {
    return await client.call(request.action, request.body, request.service);
  } catch (error) {
    // The process was killed: the next question goes to another one.
    void error;
    return NO_ANSWER;
  }
}

/** Whether it was not answered, or is to be asked again as it says. */
export function isToBeTriedAgain({ Error: refused }: Answer): boolean {
  return refused !== undefined && /^(NoAnswer|ServiceUnavailable)$/.test(refused.Code);
}

/** Asks one process after the other until one answers; each that does not is told of. */
export async function askUntilAnswered(
  cluster: SpawnedCluster,
  member: number,
  request: Parameters<typeof ask>[2] & { readonly triedAgain: () => void },
): Promise<Answer> {
  for (let at = member; ; at += 1) {
    const answer = await ask(cluster, at, request);
    if (!isToBeTriedAgain(answer)) return answer;
    request.triedAgain();
    await pause(RETRY_MS);
  }
}

const RETRY_MS = 20;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
