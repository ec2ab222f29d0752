import type { Clock } from '#kernel/clock.ts';
import { requestFaults } from '#resources/request/faults.ts';
import type { Cloud } from '#resources/cloud.ts';
import { findToken, removeToken, saveToken } from '#store/idempotency.ts';
import { type Reader, Rollback, type Store, type Tx } from '#store/store.ts';
import type { Order, Outcome } from '#wire/pipeline.ts';
import type { BatchContext, BeforeContext, ReadContext, WriteContext } from './context.ts';
import { vendorZoneName } from '#catalogue/places.ts';

export interface Execution {
  readonly store: Store;
  readonly cloud: Cloud;
  readonly clock: Clock;
}

/**
 * Carries out what has passed the checks of the wire: a reading action on a snapshot; a changing
 * one in a transaction that also holds its client token; a batch in one for each of its things.
 * DryRun is the same transaction rolled back, and knows no tokens (D17); where nothing is changed,
 * the checks of the wire are all there are.
 */
export async function carryOut(execution: Execution, order: Order): Promise<Outcome> {
  const { store } = execution;
  const asked = askedBy(execution, order);
  const { action } = order;
  const dryRun = action.dryRun !== undefined && order.input[action.dryRun] === true;
  if (action.mode === 'read') {
    if (dryRun) throw requestFaults.triedOnly();
    return store.read(async (db) => {
      const context: ReadContext = { ...asked, db, readLater: (work) => store.read(work) };
      return outputOf(await action.handle(context as never, order.input as never));
    });
  }
  if (action.mode === 'batch') {
    const context: BatchContext = { ...asked, attempt: attempts(store, order, { asked, dryRun }) };
    const output = await action.handle(context as never, order.input as never);
    return dryRun ? { dryRun: true } : outputOf(output);
  }
  const token = dryRun ? undefined : tokenOf(execution, order);
  const since = asked.now - execution.cloud.configuration.tokenMs;
  if (action.prepare !== undefined && token !== undefined) {
    const earlier = await store.read((db) => replay(db, token, since));
    if (earlier !== undefined && earlier !== 'expired') return earlier;
  }
  // As often as a request comes, and never within a transaction, which may run twice.
  const prepared = await action.prepare?.(asked as never, order.input as never);
  return store.write(async (db) => {
    const context: WriteContext = { ...asked, db };
    if (token !== undefined) {
      const earlier = await replay(db, token, since);
      if (earlier === 'expired') await removeToken(db, token);
      else if (earlier !== undefined) return earlier;
    }
    const made = await action.handle(context as never, order.input as never, prepared as never);
    if (dryRun) throw new Rollback<Outcome>({ dryRun: true });
    const outcome = outputOf(made);
    if (token !== undefined) await remember(db, token, { ...outcome, now: asked.now });
    return outcome;
  });
}

/** What a handler answered; one without any field answers nothing. */
function outputOf(made: unknown): { readonly output: unknown } {
  return { output: made ?? {} };
}

/** The transactions of a batch, whose refusals are said one by one. */
function attempts(
  store: Store,
  order: Order,
  { asked, dryRun }: { readonly asked: Asked; readonly dryRun: boolean },
): BatchContext['attempt'] {
  return async (work) => {
    try {
      await store.write(async (db) => {
        await work({ ...asked, db });
        if (dryRun) throw new Rollback(undefined);
      });
      return undefined;
    } catch (error) {
      return order.refusalOf(error);
    }
  };
}

type Asked = BeforeContext;

function askedBy(execution: Execution, order: Order): Asked {
  const { dialect, action, call, requestId, host, isSecure, principal } = order;
  const needed = action.region ?? 'required';
  if (needed === 'required' && (call.region ?? '') === '') {
    throw dialect.gateway('missing-region', action.name);
  }
  const named = needed === 'none' ? '' : (call.region ?? '');
  const region = named === '' ? '' : dialect.region(named);
  if (region === undefined) throw dialect.gateway('unknown-region', named);
  return {
    account: principal.account,
    now: execution.clock.now(),
    cloud: execution.cloud,
    sees: (zone) => vendorZoneName(dialect.vendor, zone) !== undefined,
    requestId,
    host,
    isSecure,
    vendor: dialect.vendor,
    region,
    language: call.language,
    action: action.name,
  };
}

interface Token {
  readonly account: string;
  readonly scope: string;
  readonly token: string;
  readonly hash: string;
}

/**
 * The use of a client token: of one account, action and region, and a fingerprint of the business
 * parameters, which are all but the token itself and may have a password among them.
 */
function tokenOf({ cloud }: Execution, order: Order): Token | undefined {
  const { action, input, principal, dialect, call } = order;
  if (action.token === undefined) return undefined;
  const token = input[action.token];
  if (typeof token !== 'string') return undefined;
  const business = JSON.stringify({ ...input, [action.token]: undefined }, plain);
  const hash = cloud.sealer.fingerprint(business, 'client-token');
  // Of the dialect: the same token answers in other fields there. A name of no region, which some
  // actions do not look at, is none.
  const { region: named = '' } = call;
  const region = dialect.region(named) === undefined ? '' : named;
  const scope = `${dialect.name}:${action.name}:${region}`;
  return { account: principal.account, scope, token, hash };
}

function plain(_name: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}

/** What a token was answered, if it was used; before `since` it has had its time. */
async function replay(
  reader: Reader,
  token: Token,
  since: number,
): Promise<Outcome | 'expired' | undefined> {
  const earlier = await findToken(reader, token);
  if (earlier === undefined) return undefined;
  if (earlier.created_at < since) return 'expired';
  if (earlier.hash !== token.hash) throw requestFaults.tokenMismatch();
  return { output: JSON.parse(earlier.result) as unknown };
}

function remember(
  tx: Tx,
  token: Token,
  { output, now }: { output: unknown; now: number },
): Promise<void> {
  return saveToken(tx, { ...token, result: JSON.stringify(output), created_at: now });
}
