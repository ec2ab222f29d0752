import type { Command } from 'commander';
import { administer } from './admin-client.ts';
import { print, printJson, remark } from './print.ts';
import { serverChoice, withServerChoice } from './server-options.ts';

interface Message {
  readonly number: number;
  readonly kind: string;
  readonly createdAt: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** `yuntai inbox`: what only the owner of an account may read, such as generated passwords. */
export function addInbox(program: Command): void {
  withServerChoice(program.command('inbox'))
    .description('messages to the owner of an account, such as generated passwords')
    .option('--account <number>', 'whose (default: the root account)')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Examples:
  yuntai inbox
  yuntai inbox --json --data ./data`,
    )
    .action(async (options: { account?: string; json?: boolean }, command: Command) => {
      const { account } = options;
      const input = account === undefined ? {} : { account };
      const messages = await administer(serverChoice(command), 'inbox.list', input);
      if (options.json === true) return printJson(messages);
      const listed = messages as readonly Message[];
      if (listed.length === 0) remark('The inbox is empty.');
      for (const { kind, createdAt, body } of listed) {
        print(`${new Date(createdAt).toISOString()} ${kind} ${wordsOf(body)}`);
      }
    });
}

/** `ins-… = i-…` for each instance that it is about, then the other fields as name=value. */
function wordsOf({ instances, ...fields }: Message['body']): string {
  const about = Array.isArray(instances) ? (instances as ReadonlyArray<readonly string[]>) : [];
  const ids = about.map((names) => names.join(' = ')).join(', ');
  const rest = Object.entries(fields).map(([name, value]) =>
    typeof value === 'string' ? `${name}=${value}` : `${name}=${JSON.stringify(value)}`,
  );
  return [...(ids === '' ? [] : [ids]), ...rest].join(' ');
}
