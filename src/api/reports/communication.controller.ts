import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { letterHtml } from '../../language/letter.js';
import { CommunicationService, plainLetter } from '../../reports/communication/communication.service.js';
import { ReportService } from '../../reports/report.service.js';
import { Iso3Request } from '../edge/code.request.js';
import { readerLanguage } from '../edge/reader-language.js';
import { LanguageRequest } from '../edge/read.request.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';

/** What goes to a Member State: for people to send. */
@ApiTags('Reports')
@Controller('api/v1/reports')
export class CommunicationController {
  constructor(
    private readonly reports: ReportService,
    private readonly communications: CommunicationService,
  ) {}

  @Resource({
    path: 'countries/:iso3/communication',
    summary: 'What goes to a Member State: letter, brief and introduction of its initiatives',
    description:
      'An archive of four files, or the letter alone as HTML for mail programs or as plain text. Always of the present ' +
      'state: initiatives introduce themselves as they consent to now, which no release holds. Nothing is sent.',
    offers: ['zip', 'html', 'txt'],
  })
  async communication(
    @Param() { iso3 }: Iso3Request,
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    await this.reports.country(iso3);
    const language = readerLanguage(request);
    const named = (name: string, suffix: string): void => {
      const fileName = `${name}-${iso3}-${language}.${suffix}`;
      reply.header('content-disposition', `attachment; filename="${fileName}"`);
    };
    return {
      zip: () => {
        named('communication', 'zip');
        return this.communications.archive(iso3, language);
      },
      html: async () => {
        named('letter', 'html');
        return letterHtml(await this.communications.letter(iso3, language));
      },
      txt: async () => {
        named('letter', 'txt');
        return plainLetter(await this.communications.letter(iso3, language));
      },
    };
  }
}
