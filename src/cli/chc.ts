import type { Command } from 'commander';
import { administer } from './admin-client.ts';
import { print } from './print.ts';
import { serverChoice, withServerChoice } from './server-options.ts';

interface AddOptions {
  readonly zone: string;
  readonly serial: string;
  readonly type?: string;
  readonly deviceType?: string;
  readonly disks?: string;
  readonly diskGib?: string;
  readonly account?: string;
}

/** `yuntai chc`: servers of customers, which no request can bring in. */
export function addChc(program: Command): void {
  const chc = withServerChoice(program.command('chc'))
    .description("customers' own servers in the cloud (CHC): bring them in")
    .addHelpText(
      'after',
      `
Examples:
  yuntai chc add --zone ap-guangzhou-3 --serial 7DF112345678
  yuntai chc add --zone ap-guangzhou-3 --serial 7DF112345679 --type CHCS5.128C256M
  yuntai chc add --zone ap-guangzhou-3 --serial 7DF112345680 --disks "480GB*2/3.84TB*12"`,
    );
  chc
    .command('add')
    .description('bring a server in; DescribeChcHosts shows it, and RunInstances takes its id')
    .requiredOption('--zone <zone>', 'where it stands, as either vendor writes it')
    .requiredOption('--serial <text>', 'its serial number, and its name until it has one')
    .option('--type <type>', 'what an instance on it is', 'CHCS5.128C384M')
    .option('--device-type <text>', 'what kind of device it is', 'CHC_HS1')
    .option('--disks <text>', 'what is shown of its disks')
    .option('--disk-gib <gib>', 'how much of them an instance may have', '10240')
    .option('--account <id>', 'whose it is; the root account by default')
    .action(async ({ diskGib, ...options }: AddOptions, command: Command) => {
      const input = { ...options, ...(diskGib !== undefined && { diskGiB: Number(diskGib) }) };
      const answer = await administer(serverChoice(command), 'servers.add', input);
      const { ids, zone, type } = answer as Added;
      print(`${ids.join(', ')}: a server of the type ${type} in ${zone}.`);
    });
}

interface Added {
  readonly ids: readonly string[];
  readonly zone: string;
  readonly type: string;
}
