import { createHash, randomBytes } from 'node:crypto';

/**
 * Where every random decision comes from. Injected, so that a whole run can be repeated from a
 * seed.
 */
export interface Random {
  /** A uniform integer in [0, bound); bound is a positive safe integer. */
  integer(bound: number): number;
  bytes(count: number): Uint8Array;
}

const POOL_BYTES = 8192;

function fromBytes(bytes: (count: number) => Uint8Array, uint32: () => number): Random {
  return {
    bytes,
    integer(bound) {
      // Rejection keeps it uniform; 53 bits are drawn only when 32 cannot hold the bound.
      const wide = bound > 0x1_0000_0000;
      const span = wide ? 2 ** 53 : 2 ** 32;
      const limit = span - (span % bound);
      for (;;) {
        const drawn = wide ? (uint32() & 0x1f_ffff) * 2 ** 32 + uint32() : uint32();
        if (drawn < limit) return drawn % bound;
      }
    },
  };
}

/** Cryptographic randomness, drawn from the system a pool at a time. */
export function systemRandom(): Random {
  let pool = randomBytes(POOL_BYTES);
  let used = 0;
  /** Where the next bytes of the pool are. */
  const take = (count: number): number => {
    if (used + count > POOL_BYTES) {
      pool = randomBytes(POOL_BYTES);
      used = 0;
    }
    used += count;
    return used - count;
  };
  const bytes = (count: number): Uint8Array => {
    if (count > POOL_BYTES) return randomBytes(count);
    const at = take(count);
    return pool.subarray(at, at + count);
  };
  return fromBytes(bytes, () => pool.readUInt32BE(take(4)));
}

/** The same sequence for the same seed, on every machine: SHA-256 in counter mode. */
export function seededRandom(seed: string): Random {
  let counter = 0;
  let pool = new Uint8Array(0);
  const draw = (count: number): Uint8Array => {
    while (pool.length < count) {
      const block = createHash('sha256').update(`${seed}:${counter}`).digest();
      counter += 1;
      const joined = new Uint8Array(pool.length + block.length);
      joined.set(pool);
      joined.set(block, pool.length);
      pool = joined;
    }
    const drawn = pool.subarray(0, count);
    pool = pool.subarray(count);
    return drawn;
  };
  const uint32 = (): number => {
    const { buffer, byteOffset } = draw(4);
    return new DataView(buffer, byteOffset).getUint32(0);
  };
  return fromBytes(draw, uint32);
}

/** A version 4 UUID in lower case. */
export function uuid(random: Random): string {
  // One is made for every request, and copying by iteration costs more than all the rest.
  const bytes = Buffer.from(random.bytes(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `${parts.join('-')}-${hex.slice(20)}`;
}
