import type { HostReport } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { answers, isAway, isIn, readMembers, sizeOfMember } from './members.ts';
import type { Member, Size } from './members.ts';

/** The members of a server as hosts, read together and not more often than once in a while. */
export interface Hosts {
  /** None where the server has never answered yet. @throws EngineError where it refuses. */
  inZone(zone: string): Promise<readonly HostReport[]>;
  /** Names of the members that do not answer. */
  away(): Promise<ReadonlySet<string>>;
}

interface Probed extends Member {
  readonly answers: boolean;
  readonly size: Size | undefined;
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
      return known;
    } catch (error) {
      if (!isAway(error)) throw error;
      // Nobody there to ask: then none of those that were there can be reached.
      return (known ?? []).map((member) => ({ ...member, isHeard: false }));
    }
  };
  /** As it was measured last, where it cannot be now; undefined where it never could. */
  const measured = async ({ name }: Member): Promise<Size | undefined> => {
    try {
      sizes.set(name, await sizeOfMember(context, name));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      context.log.debug({ host: name, message: error.message }, 'a host was not measured');
    }
    return sizes.get(name);
  };
  const probe = async (member: Member): Promise<Probed> => {
    const isThere = member.isHeard && (await answers(context, member.name));
    const size = isThere ? await measured(member) : sizes.get(member.name);
    return { ...member, answers: isThere, size };
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
        .map(({ name: key, answers: isThere, isOpen, size, failureDomain }) => ({
          key,
          zone,
          state: isThere && isOpen && size !== undefined ? 'up' : 'down',
          ...(size ?? NOTHING),
          ...(failureDomain !== '' && { rack: failureDomain, networkSwitch: failureDomain }),
        }));
    },
    async away() {
      const silent = (await fresh()).filter((each) => !each.answers);
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
