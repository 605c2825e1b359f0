import { Controller, Get, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { languages } from '../language/language.js';
import { Problem } from '../platform/problem.js';
import { PageProblemFilter } from './page-problem.filter.js';

/** Addresses below a language that lead nowhere. */
@Controller([...languages])
@UseFilters(PageProblemFilter)
export class NowhereController {
  @Get('*')
  nowhere(@Req() request: FastifyRequest): never {
    throw new Problem('no_such_address', 404, { path: request.url.split('?')[0] ?? '' });
  }
}
