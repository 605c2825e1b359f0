import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

// What browsers load: bundled, minified, named by content so that it can be kept for ever, gzipped beside.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src', 'dashboard');
const target = join(root, 'dist', 'public');

rmSync(target, { recursive: true, force: true });
mkdirSync(join(target, 'assets'), { recursive: true });

const { outputFiles } = await build({
  entryPoints: [
    join(source, 'islands', 'trend.ts'),
    join(source, 'islands', 'progress.ts'),
    join(source, 'style.css'),
  ],
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  outdir: target,
  write: false,
  logLevel: 'warning',
  tsconfig: join(source, 'islands', 'tsconfig.json'),
});

const files = [
  ...outputFiles.map(({ path, contents }) => [path.split(/[\\/]/).at(-1), Buffer.from(contents)]),
  ['icon.svg', readFileSync(join(source, 'icon.svg'))],
];

const manifest = {};
for (const [name, content] of files) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const extension = extname(name);
  const hashed = `${name.slice(0, -extension.length)}-${hash}${extension}`;
  writeFileSync(join(target, 'assets', hashed), content);
  writeFileSync(join(target, 'assets', `${hashed}.gz`), gzipSync(content, { level: 9 }));
  manifest[name] = `/assets/${hashed}`;
}
writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
