import { createHash } from 'node:crypto';
import type { Supply } from '#resources/cloud.ts';
import { refitHosts } from '#resources/host/refit.ts';
import type { Store } from '#store/store.ts';
import { readMeta, writeMeta } from './meta.ts';

const NAME = 'hosts-configuration';

/**
 * Hosts are kept from the first use of their zone on; where their configuration is not that of the
 * start before (whatever JSON that is), they are made to fit it.
 */
export async function followHosts(
  store: Store,
  supply: Pick<Supply, 'hosts'>,
  configuration: unknown,
): Promise<void> {
  const now = createHash('sha256').update(JSON.stringify(configuration)).digest('base64url');
  if ((await store.read((reader) => readMeta(reader, NAME))) === now) return;
  await store.write(async (tx) => {
    // Another process that starts on the same store may have been faster.
    if ((await readMeta(tx, NAME)) === now) return;
    await refitHosts(tx, supply);
    await writeMeta(tx, NAME, now);
  });
}
