/**
 * Yuan as the older generations write them: "0.34", "45.00" (seed 004 L43845, L43935, L54024). Two
 * decimals, and more where an amount has them.
 */
export function yuanText(yuan: number): string {
  const [, decimals = ''] = String(yuan).split('.');
  return yuan.toFixed(Math.max(decimals.length, 2));
}
