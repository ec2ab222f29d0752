import type { Command } from 'commander';
import { administer, administerTelling } from './admin-client.ts';
import { print, printJson, remark } from './print.ts';
import { progressBar } from './progress-bar.ts';
import { serverChoice, withServerChoice } from './server-options.ts';
import { tableOf } from './table.ts';

interface Part {
  readonly booked: number;
  readonly total: number;
}

interface ListedHost {
  readonly name: string;
  readonly zone: string;
  readonly state: string;
  readonly instances: number;
  readonly cpu: Part;
  readonly memoryMiB: Part;
  readonly diskGiB: Part;
}

interface Listed {
  readonly hosts: readonly ListedHost[];
  readonly leftovers: readonly string[];
  readonly leftoverData: readonly string[];
  readonly strangers: readonly string[];
}

/** `yuntai host`: what carries the instances. */
export function addHost(program: Command): void {
  const host = withServerChoice(program.command('host'))
    .description('hosts that carry instances: list them, empty one, let one fail')
    .addHelpText(
      'after',
      `
Examples:
  yuntai host list
  yuntai host evacuate node-2
  yuntai host fail guangzhou-3-0001
  yuntai host fail guangzhou-3-0001 --kind down
  yuntai host mend guangzhou-3-0001`,
    );
  host
    .command('list')
    .description('hosts of the zones in use, with what is booked of what they have')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      const listed = (await administer(serverChoice(command), 'hosts.list')) as Listed;
      if (options.json === true) printJson(listed);
      else show(listed);
    });
  host
    .command('evacuate <name>')
    .description("have the server of machines move a host's instances elsewhere")
    .action(async (name: string, _options: unknown, command: Command) => {
      const bar = progressBar(`Evacuating ${name}`);
      const request = { command: 'hosts.evacuate', input: { name } };
      const done = administerTelling(serverChoice(command), request, bar.tell).finally(bar.end);
      const { moved, left } = (await done) as { readonly moved: number; readonly left: number };
      print(`${name}: ${moved} instances are elsewhere now, ${left} are still there.`);
    });
  addFailing(host);
}

function addFailing(host: Command): void {
  host
    .command('fail <name>')
    .description('let something be wrong with a host: its instances get repair tasks and events')
    .option(
      '--kind <kind>',
      'risk, network (moved when authorised), down (they stop), overload (rebooted), disk, ' +
        'disk-risk or upgrade (nothing that the guest notices)',
      'risk',
    )
    .action(async (name: string, { kind }: { readonly kind: string }, command: Command) => {
      const answer = await administer(serverChoice(command), 'hosts.fail', { name, kind });
      const { events } = answer as { readonly events: number };
      print(
        `${name} (${kind}): ${events === 1 ? '1 event is' : `${events} events are`} published.`,
      );
    });
  host
    .command('mend <name>')
    .description('end that: the host takes instances again, and what waits is avoided')
    .action(async (name: string, _options: unknown, command: Command) => {
      const answer = await administer(serverChoice(command), 'hosts.mend', { name });
      const { instances } = answer as { readonly instances: number };
      print(`${name} is in order, with ${instances} instances on it.`);
    });
}

function show({ hosts, leftovers, leftoverData, strangers }: Listed): void {
  const of = ({ booked, total }: Part): string => `${booked}/${total}`;
  const head = ['HOST', 'ZONE', 'STATE', 'INSTANCES', 'VCPU', 'MEMORY MIB', 'DISK GIB'];
  const rows = hosts.map((host) => [
    host.name,
    host.zone,
    host.state,
    String(host.instances),
    of(host.cpu),
    of(host.memoryMiB),
    of(host.diskGiB),
  ]);
  for (const line of tableOf([head, ...rows])) print(line);
  if (hosts.length === 0) remark('No zone has been used yet.');
  if (leftovers.length > 0) {
    remark(
      `Machines of this cloud that no instance is known for: ${leftovers.join(', ')}. Nothing is ` +
        'done with them: look at them on the server, and remove them there.',
    );
  }
  if (leftoverData.length > 0) {
    remark(
      `Volumes and images of this cloud that nothing is known for: ${leftoverData.join(', ')}. ` +
        'Nothing is done with them: what they hold may be needed, and is removed on the server.',
    );
  }
  if (strangers.length > 0) {
    remark(
      `Machines of others on the same server: ${strangers.join(', ')}. Their addresses are not ` +
        'given out. Those of a cloud that is lost (yt-…) can be removed there.',
    );
  }
}
