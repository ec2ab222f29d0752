import { type Command, Option } from 'commander';
import type { ServerChoice } from './admin-client.ts';

export const dataDefault = './.yuntai';

/** `--data`, as every command that concerns one cloud has it. */
export function dataOption(): Option {
  return new Option('--data <directory>', 'where the cloud is kept; ":memory:" keeps nothing')
    .default(dataDefault)
    .env('YUNTAI_DATA');
}

/** Adds the options that say which running server is meant. */
export function withServerChoice(command: Command): Command {
  return command
    .addOption(dataOption())
    .option('--socket <path>', 'administration socket, where several servers keep nothing');
}

/** What those options said, whether given to the command or to the one it belongs to. */
export function serverChoice(command: Command): ServerChoice {
  const { data, socket } = command.optsWithGlobals<{ data: string; socket?: string }>();
  return socket === undefined ? { data } : { data, socket };
}
