import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ProgressService } from '../../submissions/receiving/progress.service.js';
import { progressEvents } from '../../submissions/receiving/progress.js';
import { ReceiptService } from '../../submissions/receipt.service.js';
import { CurrentActor, OptionalKeyGuard } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { ReceiptRequest } from './submission.request.js';

@ApiTags('Submissions')
@Controller('api/v1/submissions')
export class ProgressController {
  constructor(
    private readonly receipts: ReceiptService,
    private readonly progress: ProgressService,
  ) {}

  @Get(':receipt/progress')
  @RouteSays({ produces: ['text/event-stream'] })
  @UseGuards(OptionalKeyGuard)
  @ApiBearerAuth()
  @ApiSecurity({})
  @ApiOperation({
    summary: 'How far the check of a big file is',
    description:
      'Server-sent events, about two a second: `{state, bytesRead, byteSize, rows, good, problems}`. The last one tells ' +
      'the state in which it came to rest.',
  })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @ProblemAnswers(400, 401, 404, 503)
  async follow(
    @Param() { receipt }: ReceiptRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { submission } = await this.receipts.read(actor, receipt);
    const events = Readable.from(progressEvents(this.progress.follow(submission.id)));
    await reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(events);
  }
}
