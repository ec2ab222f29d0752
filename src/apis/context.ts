import type { ReadScope, Scope } from '#resources/scope.ts';
import type { Reader } from '#store/store.ts';
import { actionsOf } from '#wire/action.ts';
import type { WireFault } from '#wire/wire-fault.ts';
import type { Vendor } from '#catalogue/places.ts';

interface Asked {
  readonly vendor: Vendor;
  /** The neutral region the request names outside its parameters (Tencent's X-TC-Region). */
  readonly region: string;
  readonly language: 'en-US' | 'zh-CN';
  readonly requestId: string;
  /** What the client calls this server, as host and port. */
  readonly host: string;
  /** Whether it speaks TLS. */
  readonly isSecure: boolean;
  /** The vendor's name of the action. */
  readonly action: string;
}

/** What the handler of a reading action is given. */
export interface ReadContext extends ReadScope, Asked {
  /** Reads what is only wanted when the answer is being written, in its state of then. */
  readLater<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
}

/** What the handler of a changing action is given, inside its transaction. */
export interface WriteContext extends Scope, Asked {}

/** What is known of a request before its transaction. */
export type BeforeContext = Omit<ReadContext, 'db' | 'readLater'>;

/** What the handler of an action is given that does several things, each for itself. */
export interface BatchContext extends BeforeContext {
  /**
   * Does one thing in a transaction of its own, and answers why it was not done, in the vendor's
   * words, or undefined where it was. Never throws: the things before it may have been done.
   */
  attempt(work: (context: WriteContext) => Promise<void>): Promise<WireFault | undefined>;
}

/** `action.read({…})`, `.write({…})` and `.batch({…})` define the actions of every vendor. */
export const action = actionsOf<
  ReadContext,
  { before: BeforeContext; within: WriteContext },
  BatchContext
>();
