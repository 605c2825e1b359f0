import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { IdempotencyKeyRepository } from '../../access/idempotency-key.repository.js';
import { SessionService } from '../../access/session.service.js';
import { Problem } from '../../platform/problem.js';
import type { SentForm } from '../sent-form.js';
import { VisitorService } from '../visitor.service.js';

/** Sees that a form whose answer must not be repeated does its work once, however often its page is loaded again. */
@Injectable()
export class FormOnceService {
  constructor(
    private readonly visitors: VisitorService,
    private readonly sessions: SessionService,
    private readonly answered: IdempotencyKeyRepository,
  ) {}

  /**
   * Does what a form asks for; it is known by its field `once`, which every page with such a form makes anew.
   * @throws Problem form_sent_before (409), and whatever the work throws: then the form may be sent again
   */
  async once<Result>(request: FastifyRequest, form: SentForm, work: () => Promise<Result>): Promise<Result> {
    const keyHash = await this.sessions.keyHashOf(this.visitors.tokenOf(request));
    const key = form.text('once');
    if (keyHash === undefined || key === undefined) throw new Problem('form_expired', 403);
    const name = { keyHash, key, method: 'POST', route: 'form' };
    const claim = await this.answered.claim(name);
    if (claim === 'running' || !('claimed' in claim)) throw new Problem('form_sent_before', 409);
    try {
      const result = await work();
      await this.answered.keep(name, claim.claimed, { requestHash: '', status: 200, headers: {} });
      return result;
    } catch (error) {
      await this.answered.release(name, claim.claimed);
      throw error;
    }
  }
}
