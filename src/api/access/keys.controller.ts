import { Body, Controller, Post, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessService } from '../../access/access.service.js';
import { hasGlobalRole, type Actor } from '../../access/actor.js';
import { Problem } from '../../platform/problem.js';
import { Idempotent } from '../edge/idempotent.decorator.js';
import { CurrentActor, KeyGuard } from '../edge/key.guard.js';
import { NewKeyRequest } from './key.request.js';
import { NewKeyResponse, newKeyResponse } from './key.response.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';

@ApiTags('Access')
@Controller('api/v1/keys')
export class KeysController {
  constructor(private readonly access: AccessService) {}

  @Post()
  @Idempotent({ secret: true })
  @UseGuards(KeyGuard)
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Make a key for somebody of a community, or of the whole installation',
    description: 'For administrators. Each key stands for a new contributor.',
  })
  @ApiCreatedResponse({ type: NewKeyResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async create(
    @Body() request: NewKeyRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
  ): Promise<NewKeyResponse> {
    if (!hasGlobalRole(actor, 'administrator')) throw new Problem('not_an_administrator', 403);
    const { community, roles, name, expiresInDays } = request;
    const scope = typeof community === 'string' ? { community, roles } : { globalRoles: roles };
    return newKeyResponse(await this.access.createKey({ ...scope, name, expiresInDays }, actor));
  }
}
