import type { InstanceType } from '../instance-type/instance-type.ts';

/** What a dedicated host of some type has, and which instances it takes. All numbers whole. */
export interface DedicatedHostType {
  readonly name: string;
  /** The catalogue that sells it: one per naming scheme. */
  readonly catalogue: string;
  readonly sockets: number;
  /** Of all its processors together. */
  readonly cores: number;
  readonly cpu: number;
  readonly memoryMiB: number;
  /** Families of instance types that it takes. */
  readonly families: readonly string[];
  /** Whether it takes types that spell out their own size. */
  readonly takesCustom: boolean;
  /** How often a vCPU of it may be sold; 1 where it is sold once. */
  readonly cpuRatioMax: number;
}

/** Whether instances of a type may be on a host of one, as far as their sizes allow. */
export function takes(host: DedicatedHostType, type: InstanceType): boolean {
  const isCustom = type.tenancy === 'dedicated-host';
  return isCustom ? host.takesCustom : host.families.includes(type.family);
}
