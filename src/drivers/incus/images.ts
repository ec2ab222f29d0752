import type { Readable } from 'node:stream';
import { pipeline, Transform } from 'node:stream';
import type { DriverImage, DriverImages } from '../driver.ts';
import type { Engine } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { imageSource, measure } from './image-source.ts';

interface ImageAnswer {
  readonly fingerprint: string;
  readonly size: number;
  readonly architecture: string;
}

const IMPORT_MS_MAX = 60 * 60_000;

/** The images of a server; a cluster has them on all its members by itself. */
export function createImages(engine: Engine): DriverImages {
  const find = async (fingerprint: string): Promise<DriverImage | undefined> => {
    try {
      return imageOf(await engine.get<ImageAnswer>(`/1.0/images/${fingerprint}`));
    } catch (error) {
      if (error instanceof EngineError && error.isMissing) return undefined;
      throw error;
    }
  };
  return {
    async list() {
      const query = { recursion: '1' };
      return (await engine.get<readonly ImageAnswer[]>('/1.0/images', { query })).map(imageOf);
    },
    async import(path, progress) {
      const source = await imageSource(path);
      const { bytes, fingerprint } = await measure(source);
      const there = await find(fingerprint);
      if (there !== undefined) return there;
      const stream = counted(source.open(), (sent) => progress(sent, bytes));
      const body = { stream, bytes };
      try {
        await engine.change('POST', '/1.0/images', { body, timeoutMs: IMPORT_MS_MAX });
      } catch (error) {
        // Another import of the same bytes was faster.
        const imported = await find(fingerprint);
        if (imported === undefined) throw error;
        return imported;
      }
      const imported = await find(fingerprint);
      if (imported !== undefined) return imported;
      throw new Error(`${path} was taken in, but not as ${fingerprint}: did it change meanwhile?`);
    },
    async remove(name) {
      try {
        await engine.change('DELETE', `/1.0/images/${encodeURIComponent(name)}`);
      } catch (error) {
        if (!(error instanceof EngineError && error.isMissing)) throw error;
      }
    },
  };
}

function imageOf({ fingerprint, size, architecture }: ImageAnswer): DriverImage {
  const architectures = { x86_64: 'x86_64', aarch64: 'arm64', i686: 'i386' } as const;
  const isKnown = Object.hasOwn(architectures, architecture);
  const known = isKnown ? architectures[architecture as keyof typeof architectures] : 'x86_64';
  return { name: fingerprint, bytes: size, architecture: known };
}

function counted(source: Readable, told: (bytes: number) => void): Readable {
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      told(bytes);
      done(null, chunk);
    },
  });
  return pipeline(source, counter, () => {
    // Whoever reads the one is told by it.
  });
}
