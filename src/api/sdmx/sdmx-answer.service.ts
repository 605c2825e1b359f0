import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { PastObservationRepository } from '../../observations/past-observation.repository.js';
import { buildId } from '../../platform/build-id.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { entityTag, isKnown, normalisedQuery } from '../../platform/entity-tag.js';
import { publicBase } from '../../platform/public-base.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import { agencyOf } from '../../reports/sdmx/artefacts.js';
import { readerLanguage } from '../edge/reader-language.js';
import type { Form } from './form.js';

const SCHEMAS = 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master';
/** Where the schemas of messages stand. */
export const DATA_SCHEMA = `${SCHEMAS}/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json`;
export const STRUCTURE_SCHEMA = `${SCHEMAS}/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json`;

/** Answers what SDMX asks: not at all to whoever has the answer already. */
@Injectable()
export class SdmxAnswerService {
  constructor(
    private readonly sources: ReportSourcesService,
    private readonly past: PastObservationRepository,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /**
   * @param request whose parameters have been checked
   * @param make writes the answer
   */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    form: Form,
    make: (sources: ReportSources) => Promise<string | Readable>,
  ): Promise<string | Readable | undefined> {
    const sources = await this.sources.current();
    const language = readerLanguage(request);
    const [path = ''] = request.url.split('?');
    const tag = entityTag(
      buildId,
      sources.fingerprint,
      language,
      form.mediaType,
      path,
      normalisedQuery(request.url),
    );
    void reply.headers({ etag: tag, 'cache-control': 'no-cache', 'content-language': language });
    if (isKnown(request.headers['if-none-match'], tag)) {
      void reply.status(304);
      return undefined;
    }
    const body = await make(sources);
    void reply.type(form.mediaType);
    return body;
  }

  /** Head of a message about a state of the data: the same for the same state and question. */
  async meta(sources: ReportSources, request: FastifyRequest, schema: string): Promise<object> {
    const { name } = sources.lookUp.catalogue.framework;
    const { revision } = sources.board;
    const prepared = (await this.past.momentOf(revision)) ?? new Date(0);
    return {
      schema,
      id: `M${String(revision)}-${entityTag(sources.fingerprint, request.url).slice(1, -1)}`,
      test: false,
      prepared: prepared.toISOString(),
      contentLanguages: [readerLanguage(request)],
      sender: { id: agencyOf(sources), name },
    };
  }

  /** Where readers reach the service, without a slash at the end. */
  baseOf(request: FastifyRequest): string {
    return `${publicBase(this.config, request)}/sdmx/v2`;
  }
}
