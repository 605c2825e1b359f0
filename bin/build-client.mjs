import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { worldFile } from './world-file.mjs';

// What browsers load: bundled, minified, named by content so that it can be kept for ever, gzipped beside. What several
// scripts need, and what a script asks for only when it is needed, are files of their own.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src', 'dashboard');
const target = join(root, 'dist', 'public');

rmSync(target, { recursive: true, force: true });
mkdirSync(join(target, 'assets'), { recursive: true });

/** What pages name. */
const entryPoints = [
  'islands/chart.ts',
  'islands/progress.ts',
  'islands/keep.ts',
  'islands/search.ts',
  'islands/wording.ts',
  'styles/style.css',
];

const { outputFiles, metafile } = await build({
  absWorkingDir: source,
  entryPoints,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  minify: true,
  metafile: true,
  format: 'esm',
  target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  outdir: join(target, 'assets'),
  write: false,
  logLevel: 'warning',
  tsconfig: join(source, 'islands', 'tsconfig.json'),
});

const manifest = {};
for (const { path, contents } of outputFiles) {
  const { entryPoint } = metafile.outputs[relative(source, path).replaceAll('\\', '/')];
  const name = basename(path);
  if (entryPoints.includes(entryPoint))
    manifest[basename(entryPoint).replace(/\.ts$/, '.js')] = `/assets/${name}`;
  keep(name, contents);
}
const others = [
  ['icon.svg', readFileSync(join(source, 'icon.svg'))],
  ['world.json', await worldFile(root)],
];
for (const [name, content] of others) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const hashed = name.replace('.', `-${hash}.`);
  manifest[name] = `/assets/${hashed}`;
  keep(hashed, content);
}
writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);

function keep(name, content) {
  writeFileSync(join(target, 'assets', name), content);
  writeFileSync(join(target, 'assets', `${name}.gz`), gzipSync(content, { level: 9 }));
}
