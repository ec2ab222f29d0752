import {
  activateAccessKey,
  createAccessKey,
  deleteAccessKey,
  type KeyPair,
  listAccessKeys,
  newKeyPair,
} from '#resources/account/access-keys.ts';
import {
  createAccount,
  listAccounts,
  requireAccount,
  rootAccount,
} from '#resources/account/accounts.ts';
import { listMessages, type ReceivedMessage } from '#resources/inbox/inbox.ts';
import { accountFlagCommands } from './account-flag-commands.ts';
import { AdminRefusal } from './admin-input.ts';
import type { AdminCommand, AdminParts, Named } from './admin-parts.ts';
import { hostCommands } from './host-commands.ts';
import { hostedServerCommands } from './hosted-server-commands.ts';
import { imageCommands } from './image-commands.ts';
import { moneyCommands } from './money-commands.ts';
import { quotaCommands } from './quota-commands.ts';
import { reset } from './reset.ts';

/** The commands of the administration surface, by name (D31). */
export function adminCommands(parts: AdminParts): ReadonlyMap<string, AdminCommand> {
  return new Map<string, AdminCommand>([
    ...generalCommands(parts),
    ...accountCommands(parts),
    ...simulatorCommands(parts),
    ...hostCommands(parts),
    ...hostedServerCommands(parts),
    ...imageCommands(parts),
    ...quotaCommands(parts),
    ...accountFlagCommands(parts),
    ...moneyCommands(parts),
  ]);
}

function generalCommands(parts: AdminParts): readonly Named[] {
  const { store, sealer, wall, clock, facts } = parts;
  const time = () => ({
    cloud: new Date(clock.clock.now()).toISOString(),
    wall: new Date(wall.now()).toISOString(),
    aheadMs: clock.offsetMs(),
  });
  return [
    ['status', () => Promise.resolve({ ...facts, time: time() })],
    ['root-key', async () => ({ ...facts, ...(await workingRootKey(parts)) })],
    ['authority', async () => ({ pem: (await parts.identity?.authority()) ?? null })],
    ['clock.show', () => Promise.resolve(time())],
    [
      'clock.advance',
      async (input) => {
        await clock.advance(input.count('ms'));
        return time();
      },
    ],
    [
      'inbox.list',
      async (input) => {
        const account = input.optionalText('account') ?? rootAccount;
        const after = input.optionalCount('after') ?? 0;
        const page = { account, after };
        const messages = await store.read(async (reader) => {
          await requireAccount(reader, account);
          return listMessages(reader, sealer, page);
        });
        return messages.map((message) => named(message, parts));
      },
    ],
    [
      'reset',
      async () => {
        await reset(store);
        return {};
      },
    ],
  ];
}

/** @throws AdminRefusal where requests signed with it would be refused */
async function workingRootKey({ keyring, rootKey: { id, secret } }: AdminParts): Promise<KeyPair> {
  if ((await keyring.find(id)) !== undefined) return { id, secret };
  throw new AdminRefusal(
    `The root key ${id} is not in use: it is disabled ("yuntai accounts enable-key ${id}"), or ` +
      'another process has replaced it.',
  );
}

/** Keys of instances as the ids that clients know them by, one list for each vendor's. */
function named(message: ReceivedMessage, { instanceIds }: AdminParts): ReceivedMessage {
  const { instances } = message.body;
  if (!Array.isArray(instances)) return message;
  const ids = instances.map((key) => instanceIds(String(key)));
  return { ...message, body: { ...message.body, instances: ids } };
}

function accountCommands(parts: AdminParts): readonly Named[] {
  const { store, sealer, random, wall, keyring, rootKey } = parts;
  const changingKeys = async (id: string, change: 'enable' | 'disable' | 'delete') => {
    if (change === 'delete' && id === rootKey.id) {
      throw new AdminRefusal(
        `${id} is the root key, which "yuntai env" and "yuntai sign" hand out: it cannot be ` +
          'deleted. Start with another YUNTAI_ACCESS_KEY_ID to replace it, or disable it.',
      );
    }
    await store.write((tx) =>
      change === 'delete'
        ? deleteAccessKey(tx, id)
        : activateAccessKey(tx, id, change === 'enable'),
    );
    keyring.forget();
    store.news.tell('keys');
    return {};
  };
  const createKey = async (account: string) => {
    const pair = newKeyPair(random);
    const key = { pair, account, principal: account, now: wall.now() };
    await store.write(async (tx) => {
      await requireAccount(tx, account);
      await createAccessKey(tx, sealer, key);
    });
    return { account, ...pair };
  };
  return [
    [
      'accounts.list',
      () =>
        store.read(async (reader) => {
          const listed = [];
          for (const account of await listAccounts(reader)) {
            listed.push({ ...account, keys: await listAccessKeys(reader, account.id) });
          }
          return listed;
        }),
    ],
    [
      'accounts.create',
      async (input) => {
        const made = { name: input.text('name'), random, now: wall.now() };
        return createKey(await store.write((tx) => createAccount(tx, made)));
      },
    ],
    ['keys.create', (input) => createKey(input.optionalText('account') ?? rootAccount)],
    ['keys.enable', (input) => changingKeys(input.text('id'), 'enable')],
    ['keys.disable', (input) => changingKeys(input.text('id'), 'disable')],
    ['keys.delete', (input) => changingKeys(input.text('id'), 'delete')],
  ];
}

function simulatorCommands({ simulator }: AdminParts): readonly Named[] {
  if (simulator === undefined) return [];
  return [
    ['simulator.show', () => Promise.resolve(simulator.show())],
    ['simulator.provoke', (input) => Promise.resolve({ provoked: simulator.provoke(input.whole) })],
    ['simulator.clear', () => Promise.resolve({ cleared: simulator.clear() })],
  ];
}
