import { securityGroupFaults } from '#resources/security-group/faults.ts';

/** A name of 2 to 128 characters that a letter begins. */
export const groupName = {
  min: 2,
  max: 128,
  pattern: /^\p{L}[\p{L}\p{N}:_.-]*$/u,
  reasons: {
    length: securityGroupFaults.nameMalformed,
    pattern: securityGroupFaults.nameMalformed,
  },
} as const;

/** 2 to 256 characters that no address of a page begins. */
export const groupDescription = {
  min: 2,
  max: 256,
  pattern: /^(?!https?:\/\/)/,
  reasons: {
    length: securityGroupFaults.descriptionMalformed,
    pattern: securityGroupFaults.descriptionMalformed,
  },
} as const;
