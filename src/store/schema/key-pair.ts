import { integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * A public key that opens instances; of the private one nothing is kept. `fingerprint` is the MD5
 * of the key itself, in hexadecimal, whatever its comment says.
 */
export const keyPairTable = table({
  seq,
  key: keyOf('key-pair'),
  account: text,
  region: text,
  name: text,
  description: nullable(text),
  project: integer,
  resource_group: text,
  public_key: text,
  fingerprint: text,
  origin: oneOf('made', 'imported'),
  created_at: integer,
});

/**
 * A link: the key pair opens the instance. Positions tell the order in which they are shown; what
 * follows is the instance's own (`number`: its `seq`), so that an index tells all of it.
 */
export const instanceKeyPairTable = table(
  {
    instance: keyOf('instance'),
    position: integer,
    key_pair: keyOf('key-pair'),
    account: text,
    region: text,
    number: integer,
    zone: text,
  },
  ['instance', 'position'],
);

declare module '../schema.ts' {
  interface Schema {
    key_pairs: ColumnsOf<typeof keyPairTable>;
    instance_key_pairs: ColumnsOf<typeof instanceKeyPairTable>;
  }
}

export type KeyPairRow = RowOf<typeof keyPairTable>;
export type NewKeyPair = NewRowOf<typeof keyPairTable>;
