import type { Reader, Tx } from '#store/store.ts';
import type { Cloud } from './cloud.ts';

/** For whom, when and in which state of the store a question is answered. */
export interface ReadScope {
  readonly db: Reader;
  readonly account: string;
  /** Cloud milliseconds; the same throughout one request. */
  readonly now: number;
  readonly cloud: Cloud;
}

/** The same inside the transaction of a change. */
export interface Scope extends ReadScope {
  readonly db: Tx;
  readonly requestId: string;
}
