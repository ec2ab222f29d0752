import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Random } from '#kernel/random.ts';
import type { Tx } from '#store/store.ts';
import { addOwnHost } from '../host/own-hosts.ts';
import { hostOfServer } from './hosted-server.ts';

export interface NewServer {
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly serial: string;
  readonly deviceType: string;
  readonly type: { readonly name: string; readonly cpu: number; readonly memoryMiB: number };
  readonly disks: string;
  readonly diskGiB: number;
  readonly now: number;
}

/** Brings a server of a customer in, with the room that it has for one instance. */
export async function addServer(
  tx: Tx,
  random: Random,
  { type, ...server }: NewServer,
): Promise<Key<'hosted-server'>> {
  const key = newKey(random);
  const { zone, diskGiB } = server;
  const { name, cpu, memoryMiB } = type;
  await tx.insert('hosted_servers', [
    {
      key,
      account: server.account,
      region: server.region,
      zone,
      name: null,
      serial: server.serial,
      device_type: server.deviceType,
      type: name,
      cpu,
      memory_mib: memoryMiB,
      disks: server.disks,
      bmc_user: null,
      bmc_password: null,
      created_at: server.now,
    },
  ]);
  await addOwnHost(tx, { key: hostOfServer(key), zone, cpu, memoryMiB, diskGiB });
  return key;
}
