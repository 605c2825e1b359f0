import { Injectable, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { requireAdministrator, requireOversight } from '../../access/administering.js';
import { Problem } from '../../platform/problem.js';
import { actorOf, KeyGuard } from '../edge/key.guard.js';

/** Lets administrators and auditors in. */
@Injectable()
export class OversightGuard extends KeyGuard {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    await super.canActivate(context);
    requireOversight(actorIn(context));
    return true;
  }
}

/** Lets administrators in. */
@Injectable()
export class AdministratorGuard extends KeyGuard {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    await super.canActivate(context);
    requireAdministrator(actorIn(context));
    return true;
  }
}

function actorIn(context: ExecutionContext) {
  const actor = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (actor === undefined) throw new Problem('key_needed', 401);
  return actor;
}
