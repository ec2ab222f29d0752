/**
 * What a disk is, whichever vendor's word it was asked for by: what is priced alike is one kind.
 * `local…` are in the server of their instance; the levels of `enhanced` are those of performance.
 */
export const diskKinds = [
  'local-basic',
  'local-ssd',
  'basic',
  'efficiency',
  'ssd',
  'balanced',
  'enhanced-entry',
  'enhanced-0',
  'enhanced-1',
  'enhanced-2',
  'enhanced-3',
  'extreme',
] as const;
export type DiskKind = (typeof diskKinds)[number];
