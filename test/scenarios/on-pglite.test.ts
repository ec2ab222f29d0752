// The scenarios that have their cloud in the process of the test, on PostgreSQL as PGlite: what a
// plain `npm test` can show of it without a server.
import process from 'node:process';

process.env['YUNTAI_TEST_STORE'] ??= 'pglite';
await import('./across-vendors.test.ts');
await import('./across-generations.test.ts');
await import('./rush.test.ts');
