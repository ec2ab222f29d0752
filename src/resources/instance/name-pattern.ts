import { containing } from '#store/like.ts';

/** One of `namePatterns`: names in which that text stands somewhere, case and all. */
export function nameContaining(text: string): string {
  return containing(text);
}
