import { hpcClusterFaults as faults } from '#resources/hpc-cluster/faults.ts';

/** 2 to 128 characters, a letter first, and no address. */
export const clusterName = {
  min: 2,
  max: 128,
  pattern: /^(?!https?:\/\/)\p{L}[\p{L}\p{N}:_-]*$/u,
  reasons: faults.nameMalformed,
} as const;

export const clusterDescription = {
  min: 2,
  max: 256,
  pattern: /^(?!https?:\/\/)/,
  reasons: faults.descriptionMalformed,
} as const;
