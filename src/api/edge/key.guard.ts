import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AccessService } from '../../access/access.service.js';
import type { Actor } from '../../access/actor.js';
import { Problem } from '../../platform/problem.js';

/** The key in an Authorization header. */
export function bearerKey(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
}

const actors = new WeakMap<FastifyRequest, Actor>();

/** Reads who is acting from the Authorization header. No key is nobody; a key that is not in force is refused. */
@Injectable()
export class OptionalKeyGuard implements CanActivate {
  constructor(private readonly access: AccessService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { authorization } = request.headers;
    if (authorization === undefined) return true;
    const actor = await this.access.actorOf(bearerKey(authorization));
    if (actor === undefined) throw new Problem('key_not_accepted', 401);
    actors.set(request, actor);
    return true;
  }
}

/** As `OptionalKeyGuard`, and without a key there is no way in. */
@Injectable()
export class KeyGuard extends OptionalKeyGuard {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    await super.canActivate(context);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (actors.has(request)) return true;
    throw new Problem('key_needed', 401);
  }
}

/** Who is acting, once a guard above found out. */
export function actorOf(request: FastifyRequest): Actor | undefined {
  return actors.get(request);
}

/** Who is acting, `undefined` when nobody showed a key. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor | undefined =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
