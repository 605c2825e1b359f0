import type { OpenAPIObject } from '@nestjs/swagger';
import { RouteTable } from '../../src/api/edge/route-table.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { schemaFaults } from './matches-schema.js';

describe('the API description', () => {
  let running: RunningApp;
  let document: OpenAPIObject & { readonly components: { readonly schemas: object } };

  beforeAll(async () => {
    running = await startApp();
    const answer = await fetch(`${running.url}/api/v1/openapi.json`);
    document = (await answer.json()) as typeof document;
  }, 120_000);

  afterAll(() => running.close());

  function operations() {
    return Object.entries(document.paths).flatMap(([path, item]) =>
      [item.get, item.post, item.put, item.delete].flatMap((operation) =>
        operation === undefined ? [] : [{ path, operation }],
      ),
    );
  }

  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
  });

  it('tells of every route the web server has for machines, and of no other', () => {
    const isTold = /^\/(api\/v1|health|problems)\//;
    const routes = running.app
      .get(RouteTable)
      .all()
      .filter(
        ({ method, path }) => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method) && isTold.test(path),
      )
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const told = Object.entries(document.paths).flatMap(([path, item]) =>
      (['get', 'post', 'put', 'delete'] as const).flatMap((method) =>
        item[method] ? `${method.toUpperCase()} ${path}` : [],
      ),
    );
    const inAnyForm = new Set(
      told.flatMap((each) => [
        each,
        `${each}.json`,
        `${each}.csv`,
        `${each}.svg`,
        `${each}.png`,
        `${each}.xlsx`,
      ]),
    );
    expect(routes.filter((route) => !inAnyForm.has(route))).toEqual([]);
    expect(told.filter((each) => isTold.test(each.split(' ')[1] ?? '') && !routes.includes(each))).toEqual(
      [],
    );
    expect(routes.length).toBeGreaterThan(30);
  });

  it('gives every operation a summary, a name of its own and the problems it may answer with', () => {
    const names = operations().map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, operation } of operations()) {
      expect([path, operation.summary]).toEqual([path, expect.stringMatching(/\w+/)]);
      const statuses = Object.keys(operation.responses);
      if (path.startsWith('/api/v1/') && path !== '/api/v1/openapi.json') {
        expect([path, statuses.some((status) => Number(status) >= 400)]).toEqual([path, true]);
      }
    }
  });

  it('gives every parameter a description and an example', () => {
    const bare = operations().flatMap(({ path, operation }) =>
      (operation.parameters ?? []).flatMap((parameter) => {
        if (!('name' in parameter)) return [];
        const { name, description, schema } = parameter;
        const example = schema !== undefined && ('example' in schema || 'enum' in schema);
        const isCursor = name === 'cursor';
        return (description === undefined && !example) || (!example && !isCursor) ? [`${path} ${name}`] : [];
      }),
    );
    expect(bare).toEqual([]);
  });

  it('names no schema that it does not hold', () => {
    const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(named.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it.each([
    ['/api/v1/frameworks/iww', '/api/v1/frameworks/{code}'],
    ['/api/v1/principles', '/api/v1/principles'],
    ['/api/v1/goals', '/api/v1/goals'],
    ['/api/v1/indicators', '/api/v1/indicators'],
    ['/api/v1/indicators/UI_NETUSE', '/api/v1/indicators/{code}'],
    ['/api/v1/objectives', '/api/v1/objectives'],
    ['/api/v1/commitments', '/api/v1/commitments'],
    ['/api/v1/commitments/GDC-11b', '/api/v1/commitments/{id}'],
    ['/api/v1/crosswalk', '/api/v1/crosswalk'],
    ['/api/v1/issues', '/api/v1/issues'],
    ['/api/v1/areas', '/api/v1/areas'],
    ['/api/v1/areas/UN-AFRICAN', '/api/v1/areas/{code}'],
    ['/api/v1/communities', '/api/v1/communities'],
    ['/api/v1/communities/african-igf', '/api/v1/communities/{code}'],
    ['/api/v1/observations?area=KEN', '/api/v1/observations'],
    ['/api/v1/scores?area=KEN&by=indicator', '/api/v1/scores'],
    ['/api/v1/reports/overview', '/api/v1/reports/overview'],
    ['/api/v1/reports/countries/KEN', '/api/v1/reports/countries/{iso3}'],
    ['/api/v1/reports/issues/ACCESS', '/api/v1/reports/issues/{code}'],
    ['/api/v1/reports/indicators/UI_NETUSE', '/api/v1/reports/indicators/{code}'],
    ['/api/v1/charts/trend?area=KEN&node=P2', '/api/v1/charts/trend'],
    ['/health/live', '/health/live'],
    ['/health/ready', '/health/ready'],
  ])('describes what %s answers, field by field', async (address, path) => {
    const answer = await fetch(running.url + address);
    expect(answer.status).toBe(200);
    const schema = schemaOf(path, '200', 'application/json');
    expect(schemaFaults(await answer.json(), schema, document)).toEqual([]);
  });

  it('describes problem documents, field by field', async () => {
    const answer = await fetch(`${running.url}/api/v1/observations?area=KEX&colour=red`);
    const schema = schemaOf('/api/v1/observations', '400', 'application/problem+json');
    expect(schemaFaults(await answer.json(), schema, document)).toEqual([]);
  });

  it('can be read as a page without script', async () => {
    const answer = await fetch(`${running.url}/api/docs`);
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script| style=/);
    for (const path of Object.keys(document.paths)) expect(page).toContain(`<code>${path}</code>`);
  });

  function schemaOf(path: string, status: string, type: string): unknown {
    const answer = document.paths[path]?.get?.responses[status];
    return answer !== undefined && 'content' in answer ? answer.content[type]?.schema : undefined;
  }
});
