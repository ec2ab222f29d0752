import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { IncusContext } from './context.ts';
import { fingerprintOf, imageAlias } from './image-aliases.ts';

export interface Exporting {
  /** A fingerprint, or the key of an image that was made here. */
  readonly name: string;
  /** Of a file that is not there yet. */
  readonly path: string;
  progress(written: number, total: number): void;
}

/**
 * Writes an image to a file, which a server takes in again; false where there is no such image. A
 * file that could not be written whole is removed.
 * @throws EngineError, and Error where the file cannot be written or the image is of two files.
 */
export async function exportImage(
  { engine }: Pick<IncusContext, 'engine'>,
  { name, path, progress }: Exporting,
): Promise<boolean> {
  const isFingerprint = /^[0-9a-f]{64}$/.test(name);
  const fingerprint = isFingerprint ? name : await fingerprintOf({ engine }, imageAlias(name));
  if (fingerprint === undefined) return false;
  const answer = await engine.transport.download(
    engine.pathOf(`/1.0/images/${fingerprint}/export`),
  );
  if (answer.status === 404) return false;
  if (answer.status !== 200 || answer.contentType.startsWith('multipart/')) {
    answer.stream.destroy();
    throw new Error(
      answer.status === 200
        ? `The image ${fingerprint} is of two files on the server: it cannot be one.`
        : `The server answered ${answer.status} in place of the image ${fingerprint}.`,
    );
  }
  const file = createWriteStream(path, { flags: 'wx' });
  let isOpen = false;
  file.once('open', () => (isOpen = true));
  try {
    await pipeline(
      counted(answer.stream, (sent) => progress(sent, answer.bytes)),
      file,
    );
    return true;
  } catch (error) {
    if (isOpen) await rm(path, { force: true });
    throw error;
  }
}

async function* counted(stream: Readable, told: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    told(bytes);
    yield chunk;
  }
}
