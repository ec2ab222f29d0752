import { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import { tencentInstanceTypes } from '#catalogue/tencent/types.ts';

/** `instanceType` of this generation is a family alone (seed 004 L52660-52670). */
export const systems = [
  'CVM.S1',
  'CVM.S2',
  'CVM.I1',
  'CVM.I2',
  'CVM.M1',
  'CVM.M2',
  'CVM.C2',
] as const;
export const defaultSystem = 'CVM.S1';

/**
 * The type of today's catalogue that has this family, these vCPUs and GiB.
 * @throws Fault where there is none
 */
export function typeOf(asked: {
  readonly instanceType: (typeof systems)[number];
  readonly cpu: number;
  readonly mem: number;
}): string {
  const { instanceType, cpu, mem } = asked;
  const family = instanceType.slice('CVM.'.length);
  const type = tencentInstanceTypes().find(
    (one) => one.family === family && one.cpu === cpu && one.memoryMiB === mem * 1024,
  );
  if (type !== undefined) return type.name;
  const message = `No ${instanceType} has ${cpu} vCPUs and ${mem} GB of memory.`;
  throw instanceTypeFaults.noSuchSize({ message });
}
