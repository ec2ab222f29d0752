import process from 'node:process';

/** A line on stdout: what the user asked for. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line on stderr: what the user should know besides. */
export function remark(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A value as indented JSON on stdout. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** A text as one word of a POSIX shell. */
export function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
