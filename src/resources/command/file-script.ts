import type { SentFile } from './command.ts';

/** Exit code of the script where the file is there and is not to be written over. */
export const FILE_EXISTS = 41;

/** The script that writes a file in a guest, whole or not at all. */
export function writingScript(file: SentFile): string {
  const path = quoted(`${file.directory.replace(/\/+$/, '')}/${file.name}`);
  return [
    'set -e',
    `mkdir -p ${quoted(file.directory)}`,
    ...(file.overwrite ? [] : [`if [ -e ${path} ]; then exit ${FILE_EXISTS}; fi`]),
    `printf '%s' ${quoted(file.content)} | base64 -d > ${path}.yuntai`,
    `chmod ${file.mode} ${path}.yuntai`,
    `chown ${quoted(`${file.owner}:${file.group}`)} ${path}.yuntai`,
    `mv -f ${path}.yuntai ${path}`,
    '',
  ].join('\n');
}

/** A text as one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
