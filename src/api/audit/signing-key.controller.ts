import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SigningKeyService } from '../../platform/signing-key.service.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { RouteSays } from '../edge/route-says.decorator.js';

const PEM = 'application/x-pem-file';

/** What the signatures of this installation are checked with. */
@ApiTags('Audit')
@Controller('api/v1')
export class SigningKeyController {
  constructor(private readonly key: SigningKeyService) {}

  @Get('signing-key.pem')
  @RouteSays({ produces: [PEM] })
  @ApiOperation({
    summary: 'The public key of this installation',
    description:
      'Ed25519, in PEM. With it are checked the heads of the audit trail that the installation notes each hour, and releases.',
  })
  @ApiOkResponse({
    content: {
      [PEM]: {
        schema: { type: 'string' },
        example: '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA...\n-----END PUBLIC KEY-----\n',
      },
    },
  })
  @ProblemAnswers(400, 406, 503)
  read(@Query() _query: LanguageRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    reply.type(PEM).header('cache-control', 'public, max-age=3600');
    return this.key.publicKey();
  }
}
