import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SHARED } from '../edge/cross-origin.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { notBuilt } from './parameters.js';

/** Addresses that SDMX describes and nothing stands behind. Source: SDMX REST API 2, status codes: 501. */
@ApiExcludeController()
@Controller('sdmx/v2')
export class SdmxUnbuiltController {
  @Get(['schema', 'metadata', 'registration', 'schema/*', 'metadata/*', 'registration/*'])
  @RouteSays({ produces: [], headers: SHARED })
  unbuilt(@Param() _address: object, @Req() request: FastifyRequest): never {
    throw notBuilt((request.url.split('?')[0] ?? '').split('/')[3] ?? '');
  }
}
