import { isLargePart } from '../answer-body.ts';
import { fractionText } from '../fraction.ts';

type Fields = Readonly<Record<string, unknown>>;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // Bare, a reader would make a line feed of it.
  '\r': '&#13;',
};

// XML 1.0 has no way to write these, not even escaped.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The same as `xml`, a part at a time. */
export function* xmlParts(root: string, body: Fields): Generator<string> {
  yield DECLARATION;
  yield* elementParts(root, body);
}

function* elementParts(name: string, value: unknown): Generator<string> {
  if (!isLargePart(value)) {
    yield element(name, value);
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) yield* elementParts(name, item);
    return;
  }
  yield `<${name}>`;
  for (const [inner, member] of Object.entries(value)) {
    if (member !== undefined) yield* elementParts(inner, member);
  }
  yield `</${name}>`;
}

/**
 * Writes an answer as XML: an object's members become elements, a list's items elements of the
 * list's name, so `{ Xs: { X: [1, 2] } }` is `<Xs><X>1</X><X>2</X></Xs>`.
 */
export function xml(root: string, body: Fields): string {
  return `${DECLARATION}${element(root, body)}`;
}

function element(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  return `<${name}>${content(value)}</${name}>`;
}

function content(value: unknown): string {
  if (value === null || value === undefined) return '';
  const fraction = fractionText(value);
  if (fraction !== undefined) return fraction;
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, member]) => (member === undefined ? '' : element(name, member)))
      .join('');
  }
  return String(value)
    .replace(FORBIDDEN, '')
    .replace(/[&<>"'\r]/g, (character) => ESCAPES[character] ?? character);
}
