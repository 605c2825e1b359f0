import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

/** What the floor plan says of a house of these files: `rule: file`, sorted. */
function violations(files: Readonly<Record<string, string>>): string[] {
  const house = mkdtempSync(join(tmpdir(), 'iww-house-'));
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      cpSync(join(root, name), join(house, name));
    }
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [cruiser, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: house,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    if (stdout === '') throw new Error(stderr);
    const { summary } = JSON.parse(stdout) as Cruise;
    return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
  } finally {
    rmSync(house, { recursive: true });
  }
}

const thing = 'export const thing = 1;\n';

describe('the floor plan', () => {
  it('lets a room use itself, lower rooms and its packages', () => {
    const files = {
      'src/platform/thing.ts': thing,
      'src/catalogue/thing.ts': `export { thing } from '../platform/thing.js';\n`,
      'src/observations/thing.repository.ts': `export { DataSource } from 'typeorm';\nexport { thing } from '../catalogue/thing.js';\n`,
      'src/api/thing.controller.ts': `export { Get } from '@nestjs/common';\nexport { thing } from '../observations/thing.repository.js';\n`,
      'src/main.ts': `export { thing } from './api/thing.controller.js';\n`,
    };
    expect(violations(files)).toEqual([]);
  });

  it('refuses every way around it', () => {
    const files = {
      'src/platform/thing.ts': thing,
      'src/data-source.ts': thing,
      'src/reports/thing.ts': thing,
      'src/dashboard/thing.ts': thing,
      'src/scoring/number.ts': 'export type Figure = number;\n',
      // up the stairs, also for a type alone
      'src/catalogue/up.ts': `import type { Figure } from '../scoring/number.js';\nexport type Level = Figure;\n`,
      // from door to door
      'src/api/sideways.ts': `export { thing } from '../dashboard/thing.js';\n`,
      // rooms on one floor
      'src/access/sideways.ts': `export { thing } from '../communities/thing.js';\n`,
      'src/communities/thing.ts': thing,
      // onto the roof
      'src/reports/roof.ts': `export { thing } from '../data-source.js';\n`,
      // arithmetic that knows anything
      'src/scoring/engine/node.ts': `export { readFileSync } from 'node:fs';\n`,
      'src/scoring/engine/lower.ts': `export { thing } from '../../platform/thing.js';\n`,
      // a framework without a role, and a package of another room
      'src/observations/plain.ts': `export { DataSource } from 'typeorm';\n`,
      'src/catalogue/driver.ts': `export { Client } from 'pg';\n`,
      // circles
      'src/charts/one.ts': `export { thing } from './two.js';\n`,
      'src/charts/two.ts': `export { thing } from './one.js';\n`,
      // a room nobody drew, and a file nobody wrote
      'src/cellar/thing.ts': `export { thing } from '../platform/thing.js';\n`,
      'src/language/gone.ts': `export { thing } from './nowhere.js';\n`,
    };
    expect(violations(files)).toEqual([
      'access-imports-down: src/access/sideways.ts',
      'api-imports-down: src/api/sideways.ts',
      'catalogue-imports-down: src/catalogue/up.ts',
      'catalogue-packages: src/catalogue/driver.ts',
      'engine-imports-nothing: src/scoring/engine/lower.ts',
      'engine-imports-nothing: src/scoring/engine/node.ts',
      'known-room: src/cellar/thing.ts',
      'no-cycle: src/charts/one.ts',
      'no-role-no-framework: src/observations/plain.ts',
      'reports-imports-down: src/reports/roof.ts',
      'resolvable: src/language/gone.ts',
    ]);
  });
});
