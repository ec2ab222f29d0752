import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { systemEventFaults } from '../faults.ts';
import { systemEventOf, type SystemEvent } from '../system-event.ts';
import { findEvents, type EventQuery } from '../table.ts';

export type { EventQuery };

/** An account has few: those of hosts that fail, and simulated ones up to a limit. */
const LISTED_MAX = 20_000;

/** The events of the account that fit, in zones that the asker sees, oldest first. */
export const listEvents = verb(
  [systemEventFaults.timesTurned],
  async (scope: ReadScope, query: EventQuery): Promise<readonly SystemEvent[]> => {
    const { publishedFrom = 0, publishedTo = Infinity } = query;
    const { notBeforeFrom = 0, notBeforeTo = Infinity } = query;
    if (publishedTo < publishedFrom || notBeforeTo < notBeforeFrom) {
      throw systemEventFaults.timesTurned();
    }
    const rows = await findEvents(scope.db, scope.account, { ...query, most: LISTED_MAX });
    return rows.filter(({ zone }) => scope.sees(zone)).map(systemEventOf);
  },
);
