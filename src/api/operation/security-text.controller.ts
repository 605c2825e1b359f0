import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../platform/config.js';
import { Problem } from '../../platform/problem.js';
import { publicBase } from '../../platform/public-base.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { securityText } from './security-text.js';

@ApiTags('Health')
@Controller('.well-known')
export class SecurityTextController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('security.txt')
  @RouteSays({ produces: ['text/plain'] })
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'max-age=86400')
  @ApiOperation({
    summary: 'Where to report a weakness of this installation',
    description: 'As RFC 9116 says. Not there where the operator of the installation named no contact.',
  })
  @ApiOkResponse({
    content: {
      'text/plain': {
        schema: { type: 'string' },
        example: 'Contact: mailto:security@example.org\nExpires: 2026-11-30T00:00:00.000Z\n',
      },
    },
  })
  @ProblemAnswers(404, 429)
  read(@Req() request: FastifyRequest): string {
    const { securityContact } = this.config;
    if (securityContact === undefined) {
      throw new Problem('no_such_address', 404, { path: request.url.split('?')[0] ?? '' });
    }
    return securityText(securityContact, publicBase(this.config, request), new Date());
  }
}
