import { Controller, Module, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { ApiModule } from '../../src/api/api.module.js';
import { setUpApi } from '../../src/api/edge/api.setup.js';
import { Deprecated } from '../../src/api/edge/deprecated.decorator.js';
import { ReadRequest } from '../../src/api/edge/read.request.js';
import type { Representation } from '../../src/api/edge/representation.js';
import { Resource } from '../../src/api/edge/resource.decorator.js';
import { OpenApiService } from '../../src/api/documentation/openapi.service.js';
import { listen } from '../../src/listen.js';
import { CONFIG, type Config } from '../../src/platform/config.js';
import { takeInSeeds } from '../../src/take-in-seeds.js';
import { startApp, type RunningApp } from '../support/running-app.js';

const ON_ITS_WAY_OUT = { since: '2027-01-15', sunset: '2028-02-01', successor: '/api/v1/areas' };

describe('a route that is deprecated', () => {
  @Controller('api/v1')
  class OldController {
    @Deprecated(ON_ITS_WAY_OUT)
    @Resource({ path: 'places', summary: 'What areas were once called', offers: ['json'] })
    places(@Query() _query: ReadRequest): Representation {
      return { json: () => ({ items: [] }) };
    }
  }

  let running: RunningApp;
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    running = await startApp();
    const rooms = AppModule.of(running.app.get<Config>(CONFIG), running.database.dataSource);
    @Module({ imports: [rooms, ApiModule], controllers: [OldController] })
    class WithOldRoute {}
    app = await NestFactory.create(WithOldRoute, new FastifyAdapter(), {
      logger: false,
      bodyParser: false,
      abortOnError: false,
    });
    setUpApi(app);
    await takeInSeeds(app, running.app.get<Config>(CONFIG).seedsDirectory);
    url = `http://127.0.0.1:${String(await listen(app, '127.0.0.1', 0))}`;
  }, 120_000);

  afterAll(async () => {
    await running.close();
    await app.close();
  });

  it('says so with each answer, also with 304, from memory and with errors', async () => {
    const first = await fetch(`${url}/api/v1/places`);
    const known = { headers: { 'if-none-match': first.headers.get('etag') ?? '' } };
    const answers = [
      first,
      await fetch(`${url}/api/v1/places.json`),
      await fetch(`${url}/api/v1/places`, known),
      await fetch(`${url}/api/v1/places`, { method: 'HEAD' }),
      await fetch(`${url}/api/v1/places?lang=tlh`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 304, 200, 400]);
    for (const { headers } of answers) {
      expect(headers.get('deprecation')).toBe(`@${String(Date.UTC(2027, 0, 15) / 1_000)}`);
      expect(headers.get('sunset')).toBe('Tue, 01 Feb 2028 00:00:00 GMT');
      expect(headers.get('link')).toBe('</api/v1/areas>; rel="successor-version"');
    }
  });

  it('is marked in the description, and no other is', () => {
    const { paths } = app.get(OpenApiService).document();
    expect(paths['/api/v1/places']?.get?.deprecated).toBe(true);
    expect(paths['/api/v1/areas']?.get?.deprecated).toBeUndefined();
  });

  it('leaves others as they are', async () => {
    const { headers } = await fetch(`${url}/api/v1/areas`);
    expect([headers.get('deprecation'), headers.get('sunset'), headers.get('link')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

it.each([
  ['less than a year ahead', { ...ON_ITS_WAY_OUT, sunset: '2028-01-14' }],
  ['on a day there is not', { ...ON_ITS_WAY_OUT, sunset: '2029-02-31' }],
  ['from no day', { ...ON_ITS_WAY_OUT, since: 'soon' }],
])('an end %s is refused at the start', (_when, deprecation) => {
  expect(() => Deprecated(deprecation)).toThrow(RangeError);
});

it('an end a year ahead to the day is not', () => {
  expect(() => Deprecated({ ...ON_ITS_WAY_OUT, sunset: '2028-01-15' })).not.toThrow();
});
