import type { HostReport } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { isAway, isIn, probeMember, readMembers, type Member, type Size } from './members.ts';

/** The members of a server as hosts, read together and not more often than once in a while. */
export interface Hosts {
  /** @throws EngineError where the server has never answered yet. */
  inZone(zone: string): Promise<readonly HostReport[]>;
  /** Names of the members that do not answer. */
  away(): Promise<ReadonlySet<string>>;
}

interface Probed extends Member {
  readonly answers: boolean;
  readonly size: Size;
}

/** As many zones are asked for one after the other, what was read just now serves them all. */
const FRESH_MS = 1_000;
const NOTHING: Size = { cpu: 0, memoryMiB: 0, diskGiB: 0 };

/** The hosts of one server. */
export function createHosts(context: IncusContext): Hosts {
  const sizes = new Map<string, Size>();
  let known: readonly Member[] | undefined;
  const members = async (): Promise<readonly Member[]> => {
    try {
      known = await readMembers(context);
    } catch (error) {
      // Nobody there to ask: then none of those that were there can be reached.
      if (known === undefined || !isAway(error)) throw error;
    }
    return known;
  };
  const probe = async (member: Member): Promise<Probed> => {
    const lastSize = sizes.get(member.name) ?? NOTHING;
    if (!member.isHeard) return { ...member, answers: false, size: lastSize };
    try {
      const size = await probeMember(context, member.name);
      sizes.set(member.name, size);
      return { ...member, answers: true, size };
    } catch (error) {
      if (!isAway(error)) throw error;
      return { ...member, answers: false, size: lastSize };
    }
  };
  const read = async (): Promise<readonly Probed[]> => Promise.all((await members()).map(probe));
  const fresh = remembered(read, FRESH_MS);
  return {
    async inZone(zone) {
      const { zones } = context.configuration;
      const mapped = Object.hasOwn(zones, zone) ? zones[zone] : undefined;
      if (mapped === undefined) return [];
      return (await fresh())
        .filter((each) => isIn(each, mapped))
        .map(({ name: key, answers, isOpen, size }) => ({
          key,
          zone,
          state: answers && isOpen ? 'up' : 'down',
          ...size,
        }));
    },
    async away() {
      const silent = (await fresh()).filter(({ answers }) => !answers);
      return new Set(silent.map((each) => each.name));
    },
  };
}

/** One reading for all who ask while it is under way, and for `ms` after it. */
function remembered<Value>(read: () => Promise<Value>, ms: number): () => Promise<Value> {
  let last: Promise<Value> | undefined;
  let until = 0;
  return () => {
    if (last !== undefined && performance.now() < until) return last;
    const ended = (): void => {
      until = performance.now() + ms;
    };
    until = Infinity;
    last = read();
    last.then(ended, ended);
    return last;
  };
}
