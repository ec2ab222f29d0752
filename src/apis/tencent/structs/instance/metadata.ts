import { launchFaults } from '#resources/instance/launch-faults.ts';
import { list, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';

const VALUE_BYTES_MAX = 256 * 1024;

/**
 * All Metadata of an instance, as JSON: a bound of ours, since no document says how many values
 * there may be. A page of a hundred instances shows it all, and has to stay below 64 MiB.
 */
export const metadataBytesMax = 512 * 1024;

/** Of all instances of one request together. */
const REQUEST_BYTES_MAX = 16 * 1024 * 1024;

/** Metadata (struct texts of seed 004, L38257-38289). */
export const metadataAsked = structure({
  Items: list(
    structure({
      Key: string({
        required: true,
        pattern: /^[a-zA-Z0-9_-]{1,128}$/,
        reasons: { pattern: launchFaults.metadataKeyMalformed },
      }),
      Value: string({
        required: true,
        max: VALUE_BYTES_MAX,
        reasons: { length: launchFaults.metadataTooLarge },
      }),
    }),
    { required: true },
  ),
});

export type Metadata = InferIn<typeof metadataAsked>;

/** Metadata as it is kept. @throws Fault where a key comes twice, or where it is too large */
export function metadataText({ Items }: Metadata, count: number): string {
  const keys = new Set(Items.map(({ Key }) => Key));
  if (keys.size < Items.length) {
    throw launchFaults.metadataKeyTwice();
  }
  if (Items.some(({ Value }) => Buffer.byteLength(Value) > VALUE_BYTES_MAX)) {
    throw launchFaults.metadataTooLarge({ message: 'A value of Metadata has 256 KB at most.' });
  }
  const text = JSON.stringify(Items.map(({ Key, Value }) => [Key, Value]));
  const bytes = Buffer.byteLength(text);
  if (bytes <= metadataBytesMax && bytes * count <= REQUEST_BYTES_MAX) return text;
  const message = 'Metadata has 512 KB at most for an instance, 16 MB for those of one request.';
  throw launchFaults.metadataTooLarge({ message });
}

/** The Metadata of `metadataText`. */
export function metadataOf(text: string): Metadata {
  const items = JSON.parse(text) as ReadonlyArray<readonly [key: string, value: string]>;
  return { Items: items.map(([Key, Value]) => ({ Key, Value })) };
}
