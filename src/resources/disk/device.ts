/** The letters of disks in a guest: a is the system disk's; after z come aa, ab and so on. */
const FIRST = 97;
const LETTERS = 26;

function deviceAt(position: number): string {
  const last = String.fromCodePoint(FIRST + (position % LETTERS));
  const before = Math.floor(position / LETTERS);
  return before === 0 ? last : `${deviceAt(before - 1)}${last}`;
}

/** The first devices that are not taken, as many as are wanted. */
export function freeDevices(taken: ReadonlyArray<string | null>, count: number): readonly string[] {
  const devices: string[] = [];
  for (let at = 1; devices.length < count; at += 1) {
    const device = deviceAt(at);
    if (!taken.includes(device)) devices.push(device);
  }
  return devices;
}

export const systemDevice = 'a';
