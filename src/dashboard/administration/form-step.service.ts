import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../platform/problem.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import { VisitorService } from '../visitor.service.js';

/** A form that could not be taken. */
export interface Refused {
  readonly problem: Problem;
  /** What was written in it. */
  readonly sent: SentForm;
}

interface Step {
  /** Address of the page that has the form. */
  readonly page: string;
  /** Shows the page again with something to look at before; whether it did. */
  readonly ask?: (visitor: Visitor, form: SentForm) => Promise<boolean>;
  /** Does what it asks for. @returns the address to go on to; nothing: back to the page */
  readonly take: (visitor: Visitor, form: SentForm) => Promise<string | undefined>;
  /** Shows the page again, with what went wrong. */
  readonly tell: (visitor: Visitor, refused: Refused) => Promise<void>;
}

/** Takes forms of somebody who is signed in: done, they lead on; refused, their page says why and keeps what was written. */
@Injectable()
export class FormStepService {
  constructor(private readonly visitors: VisitorService) {}

  async step(request: FastifyRequest, reply: FastifyReply, { page, ask, take, tell }: Step): Promise<void> {
    const { visitor, form } = await this.visitors.signedForm(request, page);
    if ((await ask?.(visitor, form)) === true) return;
    await this.attempt(
      async () => {
        await reply.redirect((await take(visitor, form)) ?? page, 303);
      },
      (problem) => tell(visitor, { problem, sent: form }),
    );
  }

  /** Does something; what whoever asked can mend is told on the page they asked from. */
  async attempt(work: () => Promise<void>, tell: (problem: Problem) => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (problem) {
      if (!(problem instanceof Problem) || [401, 403].includes(problem.status)) throw problem;
      await tell(problem);
    }
  }
}
