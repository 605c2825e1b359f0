import type { FastifyReply } from 'fastify';
import type { Brief, BriefService } from '../../reports/briefs/brief.service.js';
import type { BriefSubject } from '../../reports/briefs/brief-template.js';
import { requireKnownCodes } from '../edge/known-code.js';

/** Makes a brief as the body of an answer, shown in the browser and saved under its own name. */
export function briefBody(make: () => Promise<Brief>, reply: FastifyReply): () => Promise<Buffer> {
  return async () => {
    const { pdf, fileName } = await make();
    void reply.header('content-disposition', `inline; filename="${fileName}"`);
    return pdf;
  };
}

/** @throws Problem `invalid_request` when there is no such kind of brief about a subject; nothing asked for is the usual one */
export function requireKnownBrief(
  kind: string | undefined,
  about: BriefSubject,
  briefs: Pick<BriefService, 'kinds'>,
): void {
  const known = briefs.kinds().filter((template) => template.about === about);
  requireKnownCodes(
    'report',
    kind === undefined ? [] : [kind],
    known.map(({ name }) => name),
  );
}
