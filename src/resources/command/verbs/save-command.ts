import { newKey } from '#kernel/ids.ts';
import { limitOf } from '../../quota/quota.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { commandOf, scriptColumns, type Command, type Script } from '../command.ts';
import { commandFaults } from '../faults.ts';
import { changeCommandRow, commandsOf, deleteCommandRow, ownCommand } from '../table.ts';

export interface CommandNamed {
  readonly region: string;
  readonly vendor: string;
  readonly key: string;
}

/** A command of the account. @throws command.notFound */
export const getCommand = verb(
  [commandFaults.notFound],
  async ({ db, account }: ReadScope, { region, vendor, key }: CommandNamed): Promise<Command> => {
    const row = await db.first(ownCommand, { account, region, vendor, key });
    if (row === undefined) throw commandFaults.notFound({ command: key as Command['key'] });
    return commandOf(row);
  },
);

/** The commands of the account in a region, newest first. */
export async function listCommands(
  { db, account }: ReadScope,
  where: { readonly region: string; readonly vendor: string },
): Promise<readonly Command[]> {
  return (await db.all(commandsOf, { account, ...where })).map(commandOf);
}

export interface NewCommand extends Script {
  readonly region: string;
  readonly vendor: string;
  readonly hasParameters: boolean;
  readonly parameters: Command['parameters'];
  /** One that is not is made for one invocation: it does not count. */
  readonly isKept: boolean;
}

/** Keeps a command. */
export const createCommand = verb(
  [commandFaults.quotaExceeded],
  async (scope: Scope, made: NewCommand): Promise<Command> => {
    const { db, account, now, cloud } = scope;
    const { region, vendor, isKept } = made;
    if (isKept) {
      const limit = await limitOf(scope, 'commandsPerRegionMax', { place: region });
      const there = await listCommands(scope, { region, vendor });
      if (there.length >= limit) throw commandFaults.quotaExceeded({ limit });
    }
    const key = newKey(cloud.random) as Command['key'];
    await db.insert('commands', [
      {
        key,
        account,
        region,
        vendor,
        ...scriptColumns(made),
        has_parameters: made.hasParameters ? 1 : 0,
        parameters: JSON.stringify(made.parameters),
        is_kept: isKept ? 1 : 0,
        invoked: 0,
        created_at: now,
        updated_at: now,
      },
    ]);
    return { ...made, key, invoked: 0, createdAt: now, updatedAt: now };
  },
);

export type CommandChange = Partial<Script & Pick<Command, 'parameters' | 'hasParameters'>>;

/** Changes a command, and answers it as it is then; what was asked of guests stays as it was. */
export const changeCommand = verb(
  [getCommand],
  async (scope: Scope, named: CommandNamed, change: CommandChange): Promise<Command> => {
    const { db, now } = scope;
    const command = await getCommand(scope, named);
    const changed = { ...command, ...change };
    await changeCommandRow(db, command.key, {
      ...scriptColumns(changed),
      has_parameters: changed.hasParameters ? 1 : 0,
      parameters: JSON.stringify(changed.parameters),
      updated_at: now,
    });
    return { ...changed, updatedAt: now };
  },
);

/** Deletes a command; what was asked of guests goes on. */
export const deleteCommand = verb(
  [getCommand],
  async (scope: Scope, named: CommandNamed): Promise<void> => {
    const { key } = await getCommand(scope, named);
    await scope.db.run(deleteCommandRow, { key });
  },
);
