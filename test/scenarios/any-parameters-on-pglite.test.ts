// Any parameters again, on PostgreSQL as PGlite: its types refuse what SQLite's take.
import process from 'node:process';

process.env['YUNTAI_TEST_STORE'] ??= 'pglite';
await import('./any-parameters.test.ts');
