import { readFileSync } from 'node:fs';

/** A request and an answer as a document prints them. */
export interface Example {
  readonly seed: string;
  readonly line: number;
  /** Empty where the document names none. */
  readonly action: string;
  readonly title: string;
  readonly request: ExampleRequest | null;
  readonly response: Readonly<Record<string, unknown>> | null;
  readonly response_xml?: string;
}

export interface ExampleRequest {
  readonly style: 'json' | 'query' | 'form' | 'multipart';
  readonly headers?: Readonly<Record<string, string>>;
  /** The body of `json`, else flat names with values that are not encoded yet. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly raw_body?: string;
}

/** Where the cloud answers otherwise than the document's example would have it, and why. */
export interface ExampleException {
  readonly seed: string;
  readonly line: number;
  readonly reason: string;
  /** The code that the request is refused with as it stands. */
  readonly code?: string;
  /** Parameters under which it is answered; `$name` is an id of the fixture. */
  readonly with?: Readonly<Record<string, string>>;
  /** Lists that have items in the example's answer and none in ours. */
  readonly empty?: readonly string[];
  /** Fields of the example's answer that ours has not. */
  readonly absent?: readonly string[];
  /** Elements of the example's XML that ours has not. */
  readonly elements?: readonly string[];
}

function textOf(file: string): string {
  return readFileSync(new URL(`examples/${file}`, import.meta.url), 'utf8');
}

export type ExampleFile = 'cvm3.jsonl' | 'cvm2017.jsonl' | 'legacy.jsonl' | 'ecs.jsonl';

/** The examples of one generation that hold a request. */
export function readExamples(file: ExampleFile): Example[] {
  const lines = textOf(file).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Example).filter(({ request }) => request !== null);
}

export const exceptions = JSON.parse(textOf('exceptions.json')) as readonly ExampleException[];

export function exceptionOf({ seed, line }: Example): ExampleException | undefined {
  return exceptions.find((one) => one.seed === seed && one.line === line);
}
