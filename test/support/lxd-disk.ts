import type { MachineSpec } from '#drivers/driver.ts';
import type { LxdServer } from './lxd-server.ts';

interface Place {
  readonly machine: MachineSpec;
  /** Key of a disk of it. */
  readonly disk: string;
}

/** Writes a file on a disk of a running machine, by its guest. */
export async function writeOnDisk(
  server: Pick<LxdServer, 'lxc'>,
  { text, ...place }: Place & { readonly text: string },
): Promise<void> {
  await inGuest(server, place, `printf %s '${text}' > ${fileOn(place)}`);
}

/** What that file holds; nothing where it is not there. */
export function readFromDisk(server: Pick<LxdServer, 'lxc'>, place: Place): Promise<string> {
  const file = fileOn(place);
  const directory = file.slice(0, file.lastIndexOf('/'));
  const mounted = file.startsWith('/mnt/') ? `grep -q ' ${directory} ' /proc/mounts && ` : '';
  return inGuest(server, place, `${mounted}if [ -e ${file} ]; then cat ${file}; fi`);
}

function fileOn({ machine, disk }: Place): string {
  const isRoot = machine.disks.some(({ key, role }) => key === disk && role === 'system');
  return isRoot ? '/text' : `/mnt/data-${disk}/text`;
}

function inGuest(
  { lxc }: Pick<LxdServer, 'lxc'>,
  { machine }: Place,
  script: string,
): Promise<string> {
  return lxc('exec', `yt-${machine.key}`, '--', 'sh', '-c', script);
}
