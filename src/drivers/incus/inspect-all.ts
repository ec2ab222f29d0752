import type { MachineReport } from '../driver.ts';
import type { IncusContext } from './context.ts';
import type { Hosts } from './hosts.ts';
import { keyOfInstance, reportOf } from './inspect.ts';
import { isAway } from './members.ts';
import type { InstanceAnswer } from './machine-record.ts';

type Reports = ReadonlyMap<string, MachineReport>;

/**
 * A cluster's list waits for a member that hangs until it gives up on it, half a minute. Whoever
 * asks has to know earlier.
 */
const LIST_MS_MAX = 8_000;

/**
 * Tells of all machines of this cloud. Those on members that do not answer are unreachable; where
 * the list does not come because of one, the others are told of as they were seen last.
 * @throws EngineError where the server does not answer, or has not listed its machines yet.
 */
export function createInspectAll(context: IncusContext, hosts: Hosts): () => Promise<Reports> {
  let last: Reports | undefined;
  const list = async (): Promise<Reports> => {
    const options = { query: { recursion: '1' }, timeoutMs: LIST_MS_MAX };
    const instances = await context.engine.get<readonly InstanceAnswer[]>(
      '/1.0/instances',
      options,
    );
    const reports = new Map<string, MachineReport>();
    for (const instance of instances) {
      const key = keyOfInstance(context, instance);
      if (key !== undefined) reports.set(key, reportOf(context, instance));
    }
    last = reports;
    return reports;
  };
  return async () => {
    const listed = list().catch((error: unknown) => error as Error);
    const away = await hosts.away();
    const reports = await listed;
    if (!(reports instanceof Error)) return marked(reports, away);
    if (last === undefined || away.size === 0 || !isAway(reports)) throw reports;
    return marked(last, away);
  };
}

function marked(reports: Reports, away: ReadonlySet<string>): Reports {
  if (away.size === 0) return reports;
  return new Map(
    [...reports].map(([key, report]) =>
      report.host !== undefined && away.has(report.host)
        ? [key, { ...report, state: 'unreachable' }]
        : [key, report],
    ),
  );
}
