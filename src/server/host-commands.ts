import { countOnHosts, listHosts } from '#resources/host/list-hosts.ts';
import { failHost, mendHost } from '#resources/instance/fail-host.ts';
import { subjects } from '#resources/system-event/system-event.ts';
import { AdminRefusal } from './admin-input.ts';
import type { AdminInput } from './admin-input.ts';
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
    ['hosts.fail', (input) => fail(parts, input)],
    ['hosts.mend', (input) => mend(parts, input)],
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

/** Lets something be wrong with a host; what only looks like it would be taken back by a look. */
async function fail({ store, clock, machines }: AdminParts, input: AdminInput) {
  const host = input.text('name');
  const subject = subjects.find((one) => one === (input.optionalText('kind') ?? 'risk'));
  if (subject === undefined) {
    throw new AdminRefusal(`What is wrong with a host is one of ${subjects.join(', ')}.`);
  }
  if (subject === 'down' && machines.driver.capabilities.remembers) {
    throw new AdminRefusal('Whether a host of this driver is down is seen there: take it down.');
  }
  const now = clock.clock.now();
  const events = await store.write((tx) => failHost(tx, { host, subject, now }));
  if (events === undefined) throw noHost(host);
  return { host, events };
}

async function mend({ store, clock }: AdminParts, input: AdminInput) {
  const host = input.text('name');
  const now = clock.clock.now();
  const instances = await store.write((tx) => mendHost(tx, { host, now }));
  if (instances === undefined) throw noHost(host);
  return { host, instances };
}

function noHost(name: string): AdminRefusal {
  return new AdminRefusal(`There is no host ${name}: "yuntai host list" has those in use.`);
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
