import { applyDecorators, Controller, Get, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ReleaseService } from '../../reports/releases/release.service.js';
import { FROZEN, MANIFEST, PACKAGE, SIGNATURE } from '../../scoring/releases/release.js';
import { CurrentActor, OptionalKeyGuard } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { ReleaseIdRequest } from './release.request.js';
import { keeping, unlessKnown } from './release-tag.js';

const BYTES = { type: 'string', format: 'binary' };
const TAGGED = { ETag: { description: 'SHA-256 of the file, hex', schema: { type: 'string' as const } } };
const BIBTEX = 'application/x-bibtex';
const CFF = 'application/yaml';

/** The files of releases: what is published never changes. */
@ApiTags('Releases')
@Controller('api/v1/releases/:id')
export class ReleaseFilesController {
  constructor(private readonly releases: ReleaseService) {}

  @ReleaseFile(
    PACKAGE,
    'application/zip',
    BYTES,
    'A release as a Data Package: tables, terms, method, script',
  )
  package(
    @Param() { id }: ReleaseIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return this.part(id, PACKAGE, actor, request, reply);
  }

  @ReleaseFile(
    MANIFEST,
    'application/json',
    { type: 'object', additionalProperties: true, example: { format: 'iww-release-1', id: '2026-1' } },
    'What a release is made of, with the SHA-256 of every file: this is what is signed',
  )
  manifest(
    @Param() { id }: ReleaseIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return this.part(id, MANIFEST, actor, request, reply);
  }

  @ReleaseFile(
    SIGNATURE,
    'application/octet-stream',
    BYTES,
    'Signature of the manifest: Ed25519, 64 bytes, by the key in signing-key.pem',
  )
  signature(
    @Param() { id }: ReleaseIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return this.part(id, SIGNATURE, actor, request, reply);
  }

  @ReleaseFile(
    FROZEN,
    'application/json',
    { type: 'object', additionalProperties: true, example: { format: 'iww-frozen-release-1' } },
    'What the service itself reads a release from',
  )
  frozen(
    @Param() { id }: ReleaseIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return this.part(id, FROZEN, actor, request, reply);
  }

  @ReleaseFile('citation.bib', BIBTEX, { type: 'string' }, 'How to cite a release, as BibTeX', false)
  async bibtex(
    @Param() { id }: ReleaseIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { manifest } = await this.releases.report(id, actor);
    reply.type(`${BIBTEX}; charset=utf-8`).header('content-disposition', named(`${id}.bib`));
    return manifest.citation.bibtex;
  }

  @ReleaseFile('citation.cff', CFF, { type: 'string' }, 'How to cite a release, as a Citation File', false)
  async cff(
    @Param() { id }: ReleaseIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { manifest } = await this.releases.report(id, actor);
    reply.type(`${CFF}; charset=utf-8`).header('content-disposition', named(`${id}.cff`));
    return manifest.citation.cff;
  }

  private async part(
    id: string,
    name: string,
    actor: Actor | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const { bytes, mediaType, sha256 } = await this.releases.part(id, name, actor);
    reply.headers({ 'cache-control': keeping(actor === undefined, true), vary: 'authorization' });
    reply.type(mediaType).header('content-disposition', named(`${id}-${name}`));
    return unlessKnown(request, reply, `"${sha256}"`, bytes);
  }
}

function ReleaseFile(
  path: string,
  mediaType: string,
  schema: Readonly<Record<string, unknown>>,
  summary: string,
  isTagged = true,
): MethodDecorator {
  return applyDecorators(
    Get(path),
    RouteSays({ produces: [mediaType] }),
    UseGuards(OptionalKeyGuard),
    ApiBearerAuth(),
    ApiSecurity({}),
    ApiOperation({
      summary,
      description:
        'Of a release that is only prepared it needs a key of a publisher, administrator or auditor.',
    }),
    ApiOkResponse({ content: { [mediaType]: { schema } }, ...(isTagged ? { headers: TAGGED } : {}) }),
    ProblemAnswers(400, 401, 404, 406, 503),
  );
}

function named(fileName: string): string {
  return `attachment; filename="${fileName}"`;
}
