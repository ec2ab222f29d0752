import type { Reader, Tx } from '#store/store.ts';
import type { Cloud } from './cloud.ts';

/** For whom, when and in which state of the store a question is answered. */
export interface ReadScope {
  readonly db: Reader;
  readonly account: string;
  /** Cloud milliseconds; the same throughout one request. */
  readonly now: number;
  readonly cloud: Cloud;
  /** Whether the asker has a name for a zone; what is elsewhere is not there for them (D14). */
  sees(zone: string): boolean;
}

/** The same inside the transaction of a change. */
export interface Scope extends ReadScope {
  readonly db: Tx;
  readonly requestId: string;
}
