import type { FaultDetail } from '#kernel/fault.ts';
import { addToCounter, readCounters } from '#store/counters.ts';
import type { Limits } from './nouns.ts';
import { limitOf } from './quota/quota.ts';
import type { ReadScope, Scope } from './scope.ts';

/** A noun whose resources are counted for each account and region. */
interface CountedNoun {
  readonly counted: { readonly scope: string };
  readonly limits: { readonly [name: string]: number };
  readonly faults: { quotaExceeded(detail: FaultDetail): Error };
}

/**
 * How many of a noun an account has in a region (D3). A default one is counted apart: it takes no
 * quota, and there is never a second one, however many requests want the first at once (D15).
 */
export function regionalQuota(noun: CountedNoun) {
  const [limitName] = Object.keys(noun.limits) as Array<keyof Limits>;
  if (limitName === undefined) throw new Error(`${noun.counted.scope} has no limit.`);
  const counterOf = ({ account }: ReadScope, region: string, isDefault: boolean) => {
    const scope = `${noun.counted.scope}:${region}`;
    return { account, scope, name: isDefault ? 'default' : 'own' };
  };
  return {
    /** Counts one in. @throws the noun's quotaExceeded */
    async take(scope: Scope, region: string): Promise<void> {
      const limit = await limitOf(scope, limitName, { place: region });
      if (await addToCounter(scope.db, { ...counterOf(scope, region, false), limit }, 1)) return;
      throw noun.faults.quotaExceeded({ region, limit });
    },
    /** How many it may have, and has; the default one apart. */
    async state(
      scope: ReadScope,
      region: string,
    ): Promise<{ readonly limit: number; readonly used: number }> {
      const limit = await limitOf(scope, limitName, { place: region });
      const { name, ...counter } = counterOf(scope, region, false);
      const used = (await readCounters(scope.db, counter)).get(name) ?? 0;
      return { limit, used };
    },
    /** Claims to make the default one of a region; false where there is one. */
    claimDefault(scope: Scope, region: string): Promise<boolean> {
      return addToCounter(scope.db, { ...counterOf(scope, region, true), limit: 1 }, 1);
    },
    /** Counts one out that is gone. */
    async giveBack(
      scope: Scope,
      { region, isDefault = false }: { readonly region: string; readonly isDefault?: boolean },
    ): Promise<void> {
      await addToCounter(scope.db, counterOf(scope, region, isDefault), -1);
    },
  };
}
