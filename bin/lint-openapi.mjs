import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource } from 'typeorm';
import { prepare, root } from './prepare.mjs';

// Lints the description that the application gives of its interface: it is built, and neither listens nor asks a
// database. Ends with what redocly says.

prepare();
const built = (file) => import(pathToFileURL(join(root, 'dist', file)).href);
const { createApp } = await built('create-app.js');
const { readConfig } = await built('platform/config.js');
const { OpenApiService } = await built('api/documentation/openapi.service.js');

const directory = mkdtempSync(join(tmpdir(), 'iww-openapi-'));
const app = await createApp(
  readConfig({ IWW_DATA_DIR: directory }, root),
  new DataSource({ type: 'postgres' }),
);
const file = join(directory, 'openapi.json');
writeFileSync(file, JSON.stringify(app.get(OpenApiService).document()));
const redocly = join(root, 'node_modules', '@redocly', 'cli', 'bin', 'cli.js');
const { status } = spawnSync(
  process.execPath,
  [redocly, 'lint', file, '--config', join(root, 'redocly.yaml'), '--format', 'stylish'],
  {
    stdio: 'inherit',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  },
);
rmSync(directory, { recursive: true, force: true });
process.exit(status ?? 1);
