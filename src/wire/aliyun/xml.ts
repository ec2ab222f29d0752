import { fractionText } from '../fraction.ts';

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

/**
 * Writes an answer as XML: an object's members become elements, a list's items elements of the
 * list's name, so `{ Xs: { X: [1, 2] } }` is `<Xs><X>1</X><X>2</X></Xs>`.
 */
export function xml(root: string, body: Readonly<Record<string, unknown>>): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${element(root, body)}`;
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
