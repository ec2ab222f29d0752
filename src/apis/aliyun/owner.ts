import { integer, string } from '#wire/builders.ts';

const silent = { deprecated: true, source: 'sdk' } as const;

/** Parameters that every action has and none needs: for whom one acts. There is nobody else. */
export const owner = {
  OwnerAccount: string(silent),
  OwnerId: integer(silent),
  ResourceOwnerAccount: string(silent),
  ResourceOwnerId: integer(silent),
} as const;
