// 10,000 damaged files, 200 of them over HTTP, 3,000 tables of known figures, and 10,000 requests made from the
// description: `npm run test:fuzz`.
// FUZZ_FIRST begins at another number: the same numbers make the same files.
process.env['FUZZ_FILES'] ??= '10000';
process.env['FUZZ_TABLES'] ??= '3000';
process.env['FUZZ_REQUESTS'] ??= '200';
process.env['FUZZ_CALLS'] ??= '10000';
process.argv.push('test/fuzz');
await import('../../bin/test.mjs');
