import type { Image } from '#resources/image/image.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';

const GIB = 1024;

/**
 * Whether an image runs on a type: its architecture; no system of 32 bits from 4 GiB of memory on,
 * no Windows on 512 MiB (seed 002 L24-25; none of our Windows images is of the channel that
 * seed 003 L35 excepts).
 */
export function imageFitsType(image: Image, type: InstanceType): boolean {
  const is32Bit = image.architecture === 'i386';
  const fits = is32Bit
    ? type.architecture === 'x86_64' && type.memoryMiB < 4 * GIB
    : type.architecture === image.architecture;
  return fits && !(image.osFamily === 'windows' && type.memoryMiB <= GIB / 2);
}
