import { prepare } from './prepare.mjs';

prepare();
await import('../dist/commands/main.js');
