import {
  Injectable,
  Logger,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, of, type Observable } from 'rxjs';
import { IdempotencyKeyRepository, type NamedRequest } from '../../access/idempotency-key.repository.js';
import { keyHash } from '../../access/key.js';
import { Problem } from '../../platform/problem.js';
import { bearerKey } from './key.guard.js';
import { hashOfRequest, hashOfUnreadRequest } from './request-hash.js';

/** Metadata of a route: its answer holds a secret, which is kept nowhere. */
export const ANSWERS_SECRET = 'answers-secret';

/** Headers of an answer that are given again with it. */
const KEPT_HEADERS = ['location', 'etag', 'content-type', 'content-language', 'content-disposition'];

/**
 * Answers a request that is sent again under the same `Idempotency-Key` as it was answered, and does not do it again.
 * Only what succeeded is kept: a request that failed did nothing and may be sent again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Api');

  constructor(
    private readonly requests: IdempotencyKeyRepository,
    private readonly reflector: Reflector,
  ) {}

  /**
   * @throws Problem idempotency_key_malformed (400); request_running (409); idempotency_key_reused (422) when the same
   *   name stands for another request; answer_not_kept (409) when the answer held a secret
   */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const named = nameOf(request);
    if (named === undefined) return next.handle();
    const claim = await this.requests.claim(named);
    if (claim === 'running') throw new Problem('request_running', 409);
    if ('claimed' in claim) {
      const isSecret = this.reflector.get<boolean | undefined>(ANSWERS_SECRET, context.getHandler()) === true;
      return of(await this.answer(request, reply, next, { ...named, ...claim, isSecret }));
    }
    if ((await hashOfUnreadRequest(request)) !== claim.requestHash) {
      throw new Problem('idempotency_key_reused', 422, { key: named.key });
    }
    if (claim.body === undefined) throw new Problem('answer_not_kept', 409);
    reply.status(claim.status).headers(claim.headers);
    return of(JSON.parse(claim.body));
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    next: CallHandler<unknown>,
    { claimed, isSecret, ...named }: NamedRequest & { readonly claimed: string; readonly isSecret: boolean },
  ): Promise<unknown> {
    const requestHash = hashOfRequest(request);
    const answer = await lastValueFrom(next.handle()).catch(async (error: unknown) => {
      await this.settle(this.requests.release(named, claimed));
      throw error;
    });
    const kept = { requestHash: requestHash(), status: reply.statusCode, headers: headersOf(reply) };
    const body = isSecret ? {} : { body: JSON.stringify(answer) };
    await this.settle(this.requests.keep(named, claimed, { ...kept, ...body }));
    return answer;
  }

  /** What was done stays done, and is told, even if the database is gone before that is noted. */
  private async settle(noting: Promise<void>): Promise<void> {
    await noting.catch((error: unknown) => {
      this.logger.warn(`An idempotency key was not noted: ${String(error)}`);
    });
  }
}

/** @throws Problem idempotency_key_malformed */
function nameOf({ headers, method, routeOptions }: FastifyRequest): NamedRequest | undefined {
  const key = headers['idempotency-key'];
  const apiKey = bearerKey(headers.authorization);
  if (key === undefined || apiKey === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Problem('idempotency_key_malformed', 400);
  }
  return { keyHash: keyHash(apiKey), method, route: routeOptions.url ?? '', key };
}

function headersOf(reply: FastifyReply): Readonly<Record<string, string>> {
  const headers = KEPT_HEADERS.map((name) => [name, reply.getHeader(name)] as const);
  return Object.fromEntries(
    headers.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const])),
  );
}
