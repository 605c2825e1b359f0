/**
 * The floor plan: which rooms a room may import from (always lower ones), and which packages it may use.
 * Nothing else is allowed, in types as in values. The roof (files directly in src/ and the migrations) may use all.
 */
const rooms = {
  // doors
  api: {
    rooms: [
      'reports',
      'scoring',
      'observations',
      'submissions',
      'catalogue',
      'communities',
      'access',
      'language',
      'charts',
      'platform',
    ],
    packages: [
      '@nestjs/common',
      '@nestjs/core',
      '@nestjs/platform-fastify',
      '@nestjs/swagger',
      'fastify',
      'class-validator',
      'class-transformer',
      'papaparse',
      'rxjs',
    ],
  },
  dashboard: {
    rooms: [
      'reports',
      'scoring',
      'observations',
      'submissions',
      'catalogue',
      'communities',
      'access',
      'language',
      'charts',
      'platform',
    ],
    packages: [
      '@nestjs/common',
      '@nestjs/core',
      '@nestjs/platform-fastify',
      '@fastify/static',
      'fastify',
      'preact',
      'preact-render-to-string',
      'rxjs',
      'chart.js',
    ],
  },
  commands: {
    rooms: [
      'reports',
      'scoring',
      'observations',
      'submissions',
      'catalogue',
      'communities',
      'access',
      'language',
      'platform',
    ],
    packages: ['@nestjs/common', '@nestjs/core', 'typeorm', 'commander'],
  },
  // fifth floor
  reports: {
    rooms: [
      'scoring',
      'observations',
      'submissions',
      'catalogue',
      'communities',
      'access',
      'language',
      'charts',
      'platform',
    ],
    packages: ['@nestjs/common', 'typeorm', 'papaparse'],
  },
  // fourth floor
  scoring: {
    rooms: ['observations', 'submissions', 'catalogue', 'communities', 'language', 'platform'],
    packages: ['@nestjs/common', 'typeorm', 'pg'],
  },
  // third floor
  observations: {
    rooms: ['submissions', 'catalogue', 'communities', 'access', 'language', 'platform'],
    packages: ['@nestjs/common', 'typeorm', 'pg', 'pg-copy-streams'],
  },
  // second floor
  submissions: {
    rooms: ['catalogue', 'communities', 'access', 'language', 'platform'],
    packages: ['@nestjs/common', 'typeorm', 'pg', 'pg-copy-streams', 'papaparse'],
  },
  // first floor: who takes part and who may do what know the vocabulary of what is measured
  communities: { rooms: ['catalogue', 'language', 'platform'], packages: ['@nestjs/common', 'typeorm'] },
  access: { rooms: ['catalogue', 'language', 'platform'], packages: ['@nestjs/common', 'typeorm'] },
  catalogue: {
    rooms: ['language', 'platform'],
    packages: ['@nestjs/common', 'typeorm', 'papaparse', 'yaml'],
  },
  // ground
  language: { rooms: [], packages: ['intl-messageformat'] },
  charts: {
    rooms: [],
    packages: ['chart.js', '@napi-rs/canvas', '@expo-google-fonts'],
  },
  platform: { rooms: [], packages: ['@nestjs/common', 'typeorm', 'pg'] },
};

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
  'command',
];

const anyOf = (names) =>
  `(${names.map((name) => name.replaceAll('/', '[/]').replaceAll('.', '[.]')).join('|')})`;
/** The one file of each program that puts the house together. */
const entrance = '^src/commands/(main|open-context)[.]ts$';

const floorPlan = Object.entries(rooms).flatMap(([room, { rooms: below, packages }]) => [
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
      from: { path: `^src/${anyOf(Object.keys(rooms))}/`, pathNot: [`[.]${anyOf(roles)}[.]tsx?$`, entrance] },
      to: { path: 'node_modules/(@nestjs|typeorm)/' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'known-room',
      comment: 'a new folder in src/ needs a line in this table',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/${anyOf([...Object.keys(rooms), 'migrations'])}/` },
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
