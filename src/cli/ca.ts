import type { Command } from 'commander';
import { authorityOf } from './authority.ts';
import { print } from './print.ts';
import { serverChoice, withServerChoice } from './server-options.ts';

/** `yuntai ca`: what a client has to trust to speak TLS with a server. */
export function addCa(program: Command): void {
  withServerChoice(program.command('ca'))
    .description('print the authority that vouches for this server over TLS, as PEM')
    .addHelpText(
      'after',
      `
"yuntai env" keeps it in a file and points clients there. It can vouch for this machine's names,
the vendors' and those of --tls-name, and for nothing else.

Examples:
  yuntai ca > yuntai-ca.pem
  curl --cacert <(yuntai ca) https://localhost:8600/healthz`,
    )
    .action(async (_options: unknown, command: Command) => {
      print((await authorityOf(serverChoice(command))).trimEnd());
    });
}
