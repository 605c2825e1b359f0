import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { KeyAdministrationService } from '../../access/key-administration.service.js';
import { keyRequestOf } from '../../communities/claim.js';
import { ClaimService } from '../../communities/claim.service.js';
import { CODE_OF_CONDUCT } from '../../platform/code-of-conduct.js';
import { Idempotent } from '../edge/idempotent.decorator.js';
import { CurrentActor, KeyGuard } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { ClaimDecisionRequest, ClaimIdRequest, NewClaimRequest } from './claim.request.js';
import {
  ClaimListResponse,
  claimResponse,
  DecidedClaimResponse,
  decidedClaimResponse,
  SentClaimResponse,
} from './claim.response.js';

/** Who asks to act for a community, and who decides. */
@ApiTags('Communities')
@Controller('api/v1/claims')
export class ClaimsController {
  constructor(
    private readonly claims: ClaimService,
    private readonly keys: KeyAdministrationService,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Ask to act for a community',
    description:
      'Without a key. An administrator looks at the evidence and answers by e-mail; name and address are erased by the ' +
      'decision.',
  })
  @ApiCreatedResponse({ type: SentClaimResponse })
  @ProblemAnswers(400, 413, 415, 422, 503)
  async send(
    @Body() { community, acceptsConduct, ...claim }: NewClaimRequest,
    @Query() _query: LanguageRequest,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<SentClaimResponse> {
    const named = {
      ...claim,
      ...(typeof community === 'string' ? { community } : {}),
      ...(acceptsConduct === true ? { conduct: CODE_OF_CONDUCT.version } : {}),
    };
    return { id: await this.claims.send(named, { requestId }), state: 'sent' };
  }

  @Get()
  @UseGuards(KeyGuard)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Claims that wait', description: 'For administrators and auditors.' })
  @ApiOkResponse({ type: ClaimListResponse })
  @ProblemAnswers(400, 401, 403, 503)
  async list(@Query() _query: LanguageRequest, @CurrentActor() actor: Actor): Promise<ClaimListResponse> {
    return { items: (await this.claims.waiting(actor)).map(claimResponse) };
  }

  @Post(':id/decisions')
  @HttpCode(200)
  @UseGuards(KeyGuard)
  @ApiBearerAuth()
  @Idempotent({ secret: true })
  @ApiOperation({
    summary: 'Confirm or decline a claim',
    description:
      'For administrators. Confirmed: who asked becomes a member who sends figures, and the answer holds their key, this ' +
      'once. Either way their name and address are erased: note before where to send the key.',
  })
  @ApiOkResponse({ type: DecidedClaimResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async decide(
    @Param() { id }: ClaimIdRequest,
    @Body() { decision, community }: ClaimDecisionRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<DecidedClaimResponse> {
    const act = { requestId };
    if (decision === 'decline') {
      await this.claims.decline(actor, id, act);
      return decidedClaimResponse(id, undefined);
    }
    const joined = community ?? (await this.claimed(actor, id)) ?? '';
    const claim = await this.claims.confirm(actor, id, joined, act);
    const key = await this.keys.create(actor, keyRequestOf(claim, joined), act);
    return decidedClaimResponse(id, key);
  }

  /** The community that the claim names itself. */
  private async claimed(actor: Actor, id: number): Promise<string | undefined> {
    return (await this.claims.waiting(actor)).find((claim) => claim.id === id)?.community;
  }
}
