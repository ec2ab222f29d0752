// Where the bundle begins. What Node has compiled of it is kept beside it, for the next start: that
// takes a third of the processor's time off. Where the directory cannot be written, Node does
// without.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, 'compile-cache'));
await import('./main.ts');
