import { requireAccount, rootAccount } from '#resources/account/accounts.ts';
import { chargeTypes } from '#resources/instance/instance.ts';
import { defaultLimits, limitsBy, type Limits } from '#resources/nouns.ts';
import { listQuotas, setQuota, unsetQuota, type Quota } from '#resources/quota/quota.ts';
import { findRegion, findZone } from '#resources/region/region.ts';
import { AdminRefusal } from './admin-input.ts';
import type { AdminInput } from './admin-input.ts';
import type { AdminParts, Named } from './admin-parts.ts';

type QuotaOf = Omit<Quota, 'value'>;

/** Administration of quotas: what holds for all, and what accounts have of their own. */
export function quotaCommands(parts: AdminParts): readonly Named[] {
  const { store, limits } = parts;
  return [
    [
      'quotas.list',
      async () => ({
        limits: limitNames.map((name) => ({
          name,
          value: limits[name],
          by: limitsBy[name] ?? [],
        })),
        quotas: await store.read(listQuotas),
      }),
    ],
    [
      'quotas.set',
      async (input) => {
        const quota = { ...quotaOf(input, parts), value: input.count('value') };
        await store.write(async (tx) => {
          await requireAccount(tx, quota.account);
          await setQuota(tx, quota);
        });
        return quota;
      },
    ],
    [
      'quotas.unset',
      async (input) => {
        const quota = quotaOf(input, parts);
        const isGone = await store.write(async (tx) => {
          await requireAccount(tx, quota.account);
          return unsetQuota(tx, quota);
        });
        if (!isGone) {
          throw new AdminRefusal(
            `Account ${quota.account} has no ${quota.name} of its own for that: ` +
              '"yuntai quota list" shows what accounts have.',
          );
        }
        return { ...quota, value: limits[quota.name] };
      },
    ],
  ];
}

const limitNames = Object.keys(defaultLimits) as ReadonlyArray<keyof Limits>;

/** Which limit of whom, for what. @throws AdminRefusal that says what there is */
function quotaOf(input: AdminInput, { placeNamed }: AdminParts): QuotaOf {
  const account = input.optionalText('account') ?? rootAccount;
  const text = input.text('name');
  const name = limitNames.find((one) => one === text);
  if (name === undefined) {
    throw new AdminRefusal(`There is no quota ${text}. There are: ${limitNames.join(', ')}.`);
  }
  const region = input.optionalText('region');
  const zone = input.optionalText('zone');
  const chargeType = input.optionalText('chargeType');
  const by = limitsBy[name] ?? [];
  const given = { region, zone, 'charge-type': chargeType } as const;
  for (const what of ['region', 'zone', 'charge-type'] as const) {
    if (given[what] === undefined || by.includes(what)) continue;
    const may = by.length === 0 ? 'for a whole account alone' : `by ${by.join(' and ')}`;
    throw new AdminRefusal(`${name} cannot be set by ${what}: it can be ${may}.`);
  }
  if (chargeType !== undefined && !chargeTypes.some((one) => one === chargeType)) {
    throw new AdminRefusal(
      `There is no charge type ${chargeType}. There are: ${chargeTypes.join(', ')}.`,
    );
  }
  const place =
    zone === undefined
      ? placeOf(region, 'region', (text) => findRegion(text)?.name ?? placeNamed('region', text))
      : placeOf(zone, 'zone', (text) => findZone(text)?.name ?? placeNamed('zone', text));
  return {
    account,
    name,
    ...(place === undefined ? {} : { place }),
    ...(chargeType === undefined ? {} : { chargeType }),
  };
}

function placeOf(
  text: string | undefined,
  what: 'region' | 'zone',
  find: (text: string) => string | undefined,
): string | undefined {
  if (text === undefined) return undefined;
  const place = find(text);
  if (place === undefined) throw new AdminRefusal(`There is no ${what} ${text}.`);
  return place;
}
