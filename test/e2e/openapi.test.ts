import type { OpenAPIObject } from '@nestjs/swagger';
import { RouteTable } from '../../src/api/edge/route-table.js';
import { describedOperations, exampleAddress } from '../support/described-operations.js';
import { startApp, type RunningApp } from '../support/running-app.js';

type Schema = Readonly<Record<string, unknown>>;

const SUFFIX = /\.(json|csv|svg|png|pdf|xlsx|html|txt|zip)$/;
const MACHINE = /^\/(api\/v1|api\/docs$|health|metrics|problems)(\/|$)/;

describe('the API description', () => {
  let running: RunningApp;
  let document: OpenAPIObject;

  beforeAll(async () => {
    running = await startApp();
    const answer = await fetch(`${running.url}/api/v1/openapi.json`);
    document = (await answer.json()) as OpenAPIObject;
  }, 120_000);

  afterAll(() => running.close());

  const operations = () => describedOperations(document);
  const schemas = (): Readonly<Record<string, Schema>> =>
    (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>;

  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
  });

  it('tells of every route the web server has for machines, and of no other', () => {
    const all = running.app.get(RouteTable).all();
    const paths = new Set(all.map(({ path }) => path));
    const routes = all
      .filter(({ method, path }) => !['HEAD', 'OPTIONS'].includes(method) && MACHINE.test(path))
      .filter(({ path }) => !SUFFIX.test(path) || !paths.has(path.replace(SUFFIX, '')))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const told = operations().map(({ method, path }) => `${method} ${path}`);
    expect([...told].sort()).toEqual([...new Set(routes)].sort());
    expect(told.length).toBeGreaterThan(45);
  });

  it('gives every operation a name of its own, a summary, a described group and its problems', () => {
    const names = operations().map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    const groups = new Map(document.tags?.map(({ name, description }) => [name, description]));
    const poor = operations().filter(({ operation: { summary = '', tags = [], responses } }) => {
      const isGrouped = (groups.get(tags[0] ?? '') ?? '') !== '';
      return summary === '' || !isGrouped || !Object.keys(responses).some((status) => Number(status) >= 400);
    });
    expect(poor.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('gives every parameter and every field a meaning and an example', () => {
    const ofParameters = operations().flatMap(({ method, path, parameters }) =>
      parameters
        .filter(({ description = '', schema }) => description === '' || !hasExample(schema))
        .map(({ name }) => `${method} ${path} ${name}`),
    );
    const ofFields = Object.entries(schemas()).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties as Readonly<Record<string, Schema>>)
        .filter(([, field]) => !('$ref' in field) && (!('description' in field) || !hasExample(field)))
        .map(([field]) => `${name}.${field}`),
    );
    expect([...ofParameters, ...ofFields]).toEqual([]);
  });

  it('gives every answer with a body a schema, and every JSON one an example', () => {
    const bare = operations().flatMap(({ method, path, operation }) =>
      Object.entries(operation.responses).flatMap(([status, answer]) => {
        const { content = {} } = answer as {
          content?: Record<string, { schema?: object; example?: unknown }>;
        };
        return Object.entries(content)
          .filter(
            ([type, { schema, example }]) => !schema || (type.endsWith('json') && example === undefined),
          )
          .map(([type]) => `${method} ${path} ${status} ${type}`);
      }),
    );
    expect(bare).toEqual(['GET /api/v1/openapi.json 200 application/json']);
  });

  it('names no schema that it does not hold', () => {
    const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(named.filter((name) => !(name in schemas()))).toEqual([]);
  });

  it('is kept by every public read, in every form, when asked for its own examples', async () => {
    const kept: Record<string, number> = {};
    const reads = operations().filter(
      ({ method, needsKey, path }) => method === 'GET' && !needsKey && !isOwn(path),
    );
    for (const read of reads) {
      const { content = {} } = read.operation.responses[200] as { content?: object };
      for (const accept of Object.keys(content)) {
        // Each answer is held against the description by `startApp`.
        const answer = await fetch(running.url + exampleAddress(read), { headers: { accept } });
        kept[`${read.path} ${accept}`] = answer.status;
        await answer.arrayBuffer();
      }
    }
    const failed = Object.entries(kept).filter(([, status]) => status !== 200);
    // Counted by a process of its own, which does not run here.
    expect(failed).toEqual([
      ['/api/v1/comparisons application/json', 503],
      ['/api/v1/comparisons text/csv', 503],
    ]);
    expect(Object.keys(kept).length).toBeGreaterThan(55);
  }, 120_000);

  it('can be read as a page without script', async () => {
    const answer = await fetch(`${running.url}/api/docs`);
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script| style=/);
    const untold = operations().flatMap(({ path, parameters }) =>
      [path, ...parameters.map(({ name }) => name)].filter((word) => !page.includes(`<code>${word}</code>`)),
    );
    expect(untold).toEqual([]);
  });

  /** Things that are made by somebody: they have no example that stands in every database. */
  function isOwn(path: string): boolean {
    return /\{(receipt|token|id|a)\}/.test(path) && !path.includes('/commitments/');
  }

  function hasExample(schema: Schema): boolean {
    const { $ref, items, anyOf, oneOf, allOf } = schema;
    if (['example', 'enum', 'const'].some((word) => word in schema)) return true;
    if (typeof $ref === 'string') return true;
    if (typeof items === 'object' && items !== null) return hasExample(items as Schema);
    const choices = anyOf ?? oneOf ?? allOf;
    if (Array.isArray(choices)) return choices.some((choice) => hasExample(choice as Schema));
    return 'properties' in schema || 'additionalProperties' in schema;
  }
});
