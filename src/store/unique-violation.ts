/**
 * A row with that key is already there. The write it happened in is undone whatever its work does
 * (PostgreSQL would refuse all that follows): where it is expected, insert with `onConflict`, or
 * catch it around `store.write` and try again with another key.
 */
export class UniqueViolation extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UniqueViolation';
  }
}
