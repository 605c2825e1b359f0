import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { mergeMap, type Observable } from 'rxjs';
import { PublicReadService } from './public-read.service.js';
import type { Representation } from './representation.js';

/** Writes what the handler of a public read offers. */
@Injectable()
export class PublicReadInterceptor implements NestInterceptor<Representation, Buffer | Readable | undefined> {
  constructor(private readonly reads: PublicReadService) {}

  intercept(
    context: ExecutionContext,
    next: CallHandler<Representation>,
  ): Observable<Buffer | Readable | undefined> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap((representation) => this.reads.write(representation, request, reply)));
  }
}
