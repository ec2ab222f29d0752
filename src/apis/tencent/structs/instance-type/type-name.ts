import { instanceTypeFaults } from '#resources/instance-type/faults.ts';

/** `S5.LARGE8`, or `CDH_2C4G` on a dedicated host (seed 004 L8650-8662). */
const FORM = /^(?:[A-Za-z0-9]{1,32}\.[A-Za-z0-9]{1,32}|CDH_[0-9]{1,4}C[0-9]{1,4}G)$/;

/** @throws instance-type.malformed where it has no such form (L39774) */
export function requireTypeForm(name: string): void {
  if (FORM.test(name)) return;
  const message = `\`${name.slice(0, 64)}\` is no instance type: it has the form S5.LARGE8.`;
  throw instanceTypeFaults.malformed({ message });
}
