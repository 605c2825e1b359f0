import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runServer } from './run-server.js';
import { Refusal } from './platform/refusal.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  await runServer(root);
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}
