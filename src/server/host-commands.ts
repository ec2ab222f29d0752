import { countOnHosts, listHosts } from '#resources/host/list-hosts.ts';
import { AdminRefusal } from './admin-input.ts';
import type { AdminParts, Named } from './admin-parts.ts';

const TELL_EVERY_MS = 1_000;

/** Administration of hosts: what there is, and emptying one. */
export function hostCommands(parts: AdminParts): readonly Named[] {
  const { store, machines, tending } = parts;
  const list = async () => ({
    hosts: await store.read(listHosts),
    // Machines of this cloud on the server that it has no instance for.
    leftovers: tending?.leftovers() ?? [],
    leftoverData: tending?.leftoverData() ?? [],
    // Those of others, such as of a cloud that was lost: their addresses are not given out.
    strangers: (machines.driver.strangers?.() ?? []).map(({ name }) => name),
  });
  return [
    ['hosts.list', list],
    [
      'hosts.evacuate',
      async (input, tell) => {
        const name = input.text('name');
        const { driver } = machines;
        if (driver.evacuate === undefined) {
          throw new AdminRefusal(`The driver ${driver.name} cannot empty hosts.`);
        }
        const count = () => store.read((reader) => countOnHosts(reader, [name]));
        const total = await count();
        const endTelling = every(parts, async () => {
          tell({ done: Math.max(0, total - (await count())), total, unit: 'instances' });
        });
        try {
          await driver.evacuate(name);
          // What was moved is written down before the answer.
          await tending?.look();
        } finally {
          endTelling();
        }
        return { host: name, moved: total - (await count()), left: await count() };
      },
    ],
  ];
}

/** Does something now and every second, until the answer is called. */
function every({ wall }: AdminParts, work: () => Promise<void>): () => void {
  let ended = false;
  let cancel: () => void = () => undefined;
  const round = (): void => {
    // What could not be counted is told the next time.
    work()
      .catch(() => undefined)
      .finally(() => {
        if (!ended) cancel = wall.after(TELL_EVERY_MS, round);
      });
  };
  round();
  return () => {
    ended = true;
    cancel();
  };
}
