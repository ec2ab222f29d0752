/** One line of the table: the product beside the yardstick, round by round. */
export interface Row {
  readonly what: string;
  /** What is counted, such as `requests/s`. */
  readonly unit: string;
  readonly product: readonly number[];
  /** None where there is nothing to hold the product against. */
  readonly yardstick?: readonly number[];
}

/** What was demanded, and what was found. */
export interface Target {
  readonly what: string;
  /** `at least` or `at most` that much. */
  readonly wanted: { readonly atLeast: number } | { readonly atMost: number };
  readonly measured: number;
  readonly unit: string;
}

export interface Outcome {
  readonly rows: readonly Row[];
  readonly targets: readonly Target[];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Of each round, the one by the other. */
export function ratios(over: readonly number[], under: readonly number[]): readonly number[] {
  return over.map((value, round) => value / (under[round] ?? Number.NaN));
}

function isMet({ wanted, measured }: Target): boolean {
  return 'atLeast' in wanted ? measured >= wanted.atLeast : measured <= wanted.atMost;
}

function figure(value: number): string {
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(Math.abs(value) >= 100 ? 0 : 2);
}

function spread(values: readonly number[]): string {
  return `${figure(Math.min(...values))} to ${figure(Math.max(...values))}`;
}

const HEADINGS = ['', 'unit', 'product', 'yardstick', 'ratio', 'ratios from … to'];

function cells({ what, unit, product, yardstick }: Row): readonly string[] {
  const own = [what, unit, figure(median(product))];
  if (yardstick === undefined) return [...own, '', '', spread(product)];
  const paired = ratios(product, yardstick);
  return [...own, figure(median(yardstick)), figure(median(paired)), spread(paired)];
}

/** The table of all rows: medians over the rounds, and the spread of the paired ratios. */
export function tableText(rows: readonly Row[]): string {
  const lines = [HEADINGS, ...rows.map(cells)];
  const widths = HEADINGS.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  const format = (line: readonly string[]): string =>
    line
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  return lines.map(format).join('\n');
}

/** A line for each target: what was wanted, what was measured, and whether that does. */
export function targetsText(targets: readonly Target[]): string {
  const width = Math.max(...targets.map(({ what }) => what.length));
  return targets
    .map((target) => {
      const { what, wanted, measured, unit } = target;
      const bound =
        'atLeast' in wanted
          ? `at least ${figure(wanted.atLeast)}`
          : `at most ${figure(wanted.atMost)}`;
      const verdict = isMet(target) ? 'PASS' : 'MISS';
      return `${verdict}  ${what.padEnd(width)}  ${figure(measured)} ${unit} (${bound})`;
    })
    .join('\n');
}
