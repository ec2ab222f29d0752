import type { Listed, Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { KeyPair } from '../key-pair.ts';
import { type KeyPairFilter, selectKeyPairs } from '../table.ts';

export interface KeyPairsListed {
  readonly region: string;
  readonly filter: KeyPairFilter;
  readonly page: Page;
}

/** Key pairs of the account in a region, newest first. */
export const listKeyPairs = verb(
  [],
  (
    { db, account }: ReadScope,
    { region, filter, page }: KeyPairsListed,
  ): Promise<Listed<KeyPair>> => selectKeyPairs(db, { account, region }, { filter, page }),
);
