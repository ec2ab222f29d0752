import type { Reader } from '#store/store.ts';
import { roomsOfDedicated, type HostRoom } from '../host/dedicated-room.ts';
import type { DedicatedHost } from './dedicated-host.ts';

/** A host with what of it is free. */
export interface RoomyHost {
  readonly host: DedicatedHost;
  readonly room: HostRoom;
}

/** The same hosts, each with its room. */
export async function withRooms(
  reader: Reader,
  hosts: readonly DedicatedHost[],
): Promise<readonly RoomyHost[]> {
  const rooms = await roomsOfDedicated(
    reader,
    hosts.map(({ key }) => key),
  );
  return hosts.map((host) => ({ host, room: rooms.get(host.key) ?? noRoom }));
}

const noRoom: HostRoom = { state: 'down', cpu: 0, cpuFree: 0, memoryMiB: 0, memoryMiBFree: 0 };
