import { isOneOf } from '../listing/narrowings.ts';
import type { Narrowing } from '../listing/narrowings.ts';

/** For the list of instances (D28): those that a key pair of one of these names opens. */
export const openedByNames: Narrowing<readonly string[]> = {
  by: 'links',
  sources: (names, account) => [
    {
      table: 'instance_key_pairs',
      key: 'instance',
      isInOrder: true,
      where: (eb) =>
        eb(
          'key_pair',
          'in',
          eb
            .selectFrom('key_pairs')
            .select('key')
            .where('account', '=', account)
            .where((inner) => isOneOf(inner, 'name', names)),
        ),
    },
  ],
};
