import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { languages } from '../language/language.js';
import { PageProblemFilter } from './page-problem.filter.js';

const PAGE = new RegExp(`^/(${languages.join('|')})(/|$)`);

/** Tells as a page also what fails before a page is asked for it. To be called before the application starts. */
export function setUpPageFailures(app: INestApplication, server: FastifyInstance): void {
  const filter = app.get(PageProblemFilter);
  server.addHook('onRoute', (route) => {
    if (!PAGE.test(route.url)) return;
    route.errorHandler = (error, request, reply) => {
      filter.answer(error, request, reply);
    };
  });
}
