import type { Tx } from '#store/store.ts';
import { bookHost, moveCapacity, returnCapacity } from '../host/capacity.ts';

const NO_MACHINE = { cpu: 0, memoryMiB: 0 };

/** Books room for disks on a host; false where it has not enough. */
export function bookDiskRoom(tx: Tx, host: string, diskGiB: number): Promise<boolean> {
  return bookHost(tx, host, { ...NO_MACHINE, diskGiB });
}

/** Gives back the room of disks; nothing where they are on no host. */
export async function returnDiskRoom(tx: Tx, host: string | null, diskGiB: number): Promise<void> {
  if (host !== null) await returnCapacity(tx, { ...NO_MACHINE, diskGiB }, [host]);
}

/** Books room on another host instead; false where that has not enough, and nothing changed. */
export async function moveDiskRoom(
  tx: Tx,
  diskGiB: number,
  { from, to }: { readonly from: string | null; readonly to: string },
): Promise<boolean> {
  if (from === to) return true;
  if (!(await bookDiskRoom(tx, to, diskGiB))) return false;
  await returnDiskRoom(tx, from, diskGiB);
  return true;
}

/** Moves the room of disks back to where they still are, whether there is room or not. */
export async function moveDiskRoomBack(
  tx: Tx,
  diskGiB: number,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  if (from !== to) await moveCapacity(tx, { ...NO_MACHINE, diskGiB }, { from, to });
}
