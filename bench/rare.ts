/** What one in a hundred of the instances of bench/grow.ts has, or is found by. */
export const rare = {
  draw: 7,
  zone: 'guangzhou-4',
  type: 'S6.MEDIUM4',
  image: '487zeit5',
  createdFrom: 1_600_000_000_000,
  expiresFrom: 1_900_000_000_000,
  publicAddressFrom: 0x0b_00_00_00,
  /** Numbers of the new instances begin here: the seeded ones come before. */
  first: 1_000,
} as const;

/** The key of the instance of a number. */
export function keyOf(number: number): string {
  return ((number * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0');
}
