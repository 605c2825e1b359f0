/**
 * The floor plan, from the ground up: the rooms of each floor with the packages they may use. A room imports from rooms
 * of lower floors, in types as in values, never from its own floor or above; doors thus never import each other.
 * The roof (files directly in src/ and the migrations) may use all.
 */
const floors = [
  {
    language: ['intl-messageformat', 'i18n-iso-countries'],
    platform: [
      '@nestjs/common',
      'typeorm',
      'pg',
      'pg-copy-streams',
      'yazl',
      'yauzl',
      'nodemailer',
      'fastify',
      'prom-client',
    ],
  },
  {
    charts: [
      '@nestjs/common',
      'chart.js',
      'chartjs-chart-geo',
      '@napi-rs/canvas',
      '@expo-google-fonts',
      'topojson-client',
      'topojson-specification',
      'geojson',
      'world-atlas',
    ],
  },
  { catalogue: ['@nestjs/common', 'typeorm', 'papaparse', 'yaml'] },
  { communities: ['@nestjs/common', 'typeorm'], access: ['@nestjs/common', 'typeorm', 'openid-client'] },
  {
    submissions: [
      '@nestjs/common',
      'typeorm',
      'pg',
      'pg-copy-streams',
      'papaparse',
      'i18n-iso-countries',
      'saxes',
      'yauzl',
    ],
  },
  { observations: ['@nestjs/common', 'typeorm', 'pg', 'pg-copy-streams'] },
  { scoring: ['@nestjs/common', 'typeorm', 'pg'] },
  {
    reports: [
      '@nestjs/common',
      'typeorm',
      'papaparse',
      'yaml',
      'exceljs',
      'minisearch',
      '@myriaddreamin/typst-ts-node-compiler',
      '@expo-google-fonts',
      'yazl',
      'hyparquet-writer',
    ],
  },
  {
    api: [
      '@nestjs/common',
      '@nestjs/core',
      '@nestjs/platform-fastify',
      '@nestjs/swagger',
      'fastify',
      'class-validator',
      'class-transformer',
      'papaparse',
      'feed',
      'sitemap',
      'rxjs',
    ],
    dashboard: [
      '@nestjs/common',
      '@nestjs/core',
      '@nestjs/platform-fastify',
      '@fastify/multipart',
      '@fastify/static',
      'fastify',
      'preact',
      'preact-render-to-string',
      'rxjs',
      'chart.js',
      'chartjs-chart-geo',
      'marked',
    ],
    commands: ['@nestjs/common', '@nestjs/core', 'typeorm', 'commander'],
  },
];

/** Each room with the rooms below it. */
const rooms = floors.flatMap((floor, level) =>
  Object.entries(floor).map(([room, packages]) => ({
    room,
    packages,
    below: floors.slice(0, level).flatMap((lower) => Object.keys(lower)),
  })),
);
const roomNames = rooms.map(({ room }) => room);

/** What the name of a file that may know a framework ends in; a file without a role is plain TypeScript. */
const roles = [
  'module',
  'service',
  'repository',
  'table',
  'strategy',
  'controller',
  'request',
  'response',
  'guard',
  'filter',
  'interceptor',
  'pipe',
  'middleware',
  'setup',
  'decorator',
  'page',
  'openapi',
  'command',
];

const anyOf = (names) =>
  `(${names.map((name) => name.replaceAll('/', '[/]').replaceAll('.', '[.]')).join('|')})`;
/** The one file of each program that puts the house together. */
const entrance = '^src/commands/(main|open-context)[.]ts$';

const floorPlan = rooms.flatMap(({ room, below, packages }) => [
  {
    name: `${room}-imports-down`,
    comment: `${room}/ may import from ${below.join(', ') || 'no other room'}`,
    severity: 'error',
    from: { path: `^src/${room}/`, pathNot: entrance },
    to: { path: '^src/', pathNot: `^src/${anyOf([room, ...below])}/` },
  },
  {
    name: `${room}-packages`,
    comment: `${room}/ may use ${packages.join(', ')}`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: {
      dependencyTypesNot: ['local', 'core', 'aliased'],
      path: 'node_modules/',
      pathNot: `node_modules/(@types/)?${anyOf(packages)}/`,
    },
  },
]);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...floorPlan,
    {
      name: 'engine-imports-nothing',
      comment: 'scoring/engine/ is arithmetic: it imports itself only',
      severity: 'error',
      from: { path: '^src/scoring/engine/' },
      to: { pathNot: '^src/scoring/engine/' },
    },
    {
      name: 'no-role-no-framework',
      comment: `only files named *.${roles.join(', *.')} may know a framework`,
      severity: 'error',
      from: { path: `^src/${anyOf(roomNames)}/`, pathNot: [`[.]${anyOf(roles)}[.]tsx?$`, entrance] },
      to: { path: 'node_modules/(@nestjs|typeorm)/' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'known-room',
      comment: 'a new folder in src/ needs a line in this table',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/${anyOf([...roomNames, 'migrations'])}/` },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
