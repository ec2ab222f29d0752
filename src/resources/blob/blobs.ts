import { statement } from '#store/statement.ts';
import type { Reader, Tx } from '#store/store.ts';

/** What is kept apart from the row of a resource, since one may be many kilobytes. */
export type BlobKind = 'user-data' | 'metadata' | 'console-password';

const bodies = statement<{ readonly resources: readonly string[]; readonly kind: string }>()(
  (db, p) =>
    db
      .selectFrom('blobs')
      .select(['resource', 'body'])
      .where('resource', 'in', p.resources)
      .where('kind', '=', p.kind),
);

const sizes = statement<{ readonly resources: readonly string[]; readonly kind: string }>()(
  (db, p) =>
    db
      .selectFrom('blobs')
      // Of a text this length alone is known without reading it.
      .select((eb) => ['resource', eb.fn<number>('octet_length', ['body']).as('bytes')])
      .where('resource', 'in', p.resources)
      .where('kind', '=', p.kind),
);

const removal = statement<{ readonly resource: string }>()((db, p) =>
  db.deleteFrom('blobs').where('resource', '=', p.resource),
);

const removalOfKind = statement<{ readonly resource: string; readonly kind: string }>()((db, p) =>
  db.deleteFrom('blobs').where('resource', '=', p.resource).where('kind', '=', p.kind),
);

/** The texts of one kind, by the key of their resource; what has none is absent. */
export async function blobsOf(
  reader: Reader,
  kind: BlobKind,
  resources: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (resources.length === 0) return new Map();
  const rows = await reader.all(bodies, { resources, kind });
  return new Map(rows.map(({ resource, body }) => [resource, body]));
}

/** How long these texts are, in bytes, by the key of their resource. */
export async function blobSizesOf(
  reader: Reader,
  kind: BlobKind,
  resources: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (resources.length === 0) return new Map();
  const rows = await reader.all(sizes, { resources, kind });
  return new Map(rows.map(({ resource, bytes }) => [resource, bytes]));
}

/** Keeps the texts of new resources; null is none. */
export async function saveBlobs(
  tx: Tx,
  resources: readonly string[],
  texts: Readonly<Partial<Record<BlobKind, string | null>>>,
): Promise<void> {
  for (const [kind, body] of Object.entries(texts)) {
    if (body === null) continue;
    await tx.insert(
      'blobs',
      resources.map((resource) => ({ resource, kind, body })),
    );
  }
}

/** Puts a text in the place of the one before; null removes it. */
export async function replaceBlob(
  tx: Tx,
  { resource, kind }: { readonly resource: string; readonly kind: BlobKind },
  body: string | null,
): Promise<void> {
  await tx.run(removalOfKind, { resource, kind });
  if (body !== null) await tx.insert('blobs', [{ resource, kind, body }]);
}

/** Removes all texts of a resource that goes. */
export async function removeBlobs(tx: Tx, resource: string): Promise<void> {
  await tx.run(removal, { resource });
}
