import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { ANSWERS_SECRET, IdempotencyInterceptor } from './idempotency.interceptor.js';

/**
 * The route takes an `Idempotency-Key`. It may answer problems 400, 409 and 422 because of it.
 * @param secret its answer holds a secret: that is not kept, and the same request again is refused
 */
export function Idempotent({ secret = false }: { readonly secret?: boolean } = {}): MethodDecorator {
  return applyDecorators(
    SetMetadata(ANSWERS_SECRET, secret),
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'A name you give this request. For a day the same request under the same name is answered as before and not ' +
        'done again; another request under it is refused.',
      schema: { type: 'string', maxLength: 255, example: '8e03978e-40d5-43dd-bc93-6894a57f9324' },
    }),
  );
}
