import { dedicatedHostClusterFaults as faults } from '#resources/dedicated-host-cluster/faults.ts';
import { string } from '#wire/builders.ts';

/** What a cluster is called, when it is made and when it is changed. */
export const clusterFields = {
  // 2 to 128 characters that begin with a letter; no slash is among them.
  DedicatedHostClusterName: string({
    pattern: /^\p{L}[\p{L}\p{N}:_.-]{1,127}$/u,
    reasons: faults.nameMalformed,
  }),
  Description: string({
    min: 2,
    max: 256,
    pattern: /^(?!https?:\/\/)/,
    reasons: faults.descriptionMalformed,
  }),
} as const;
