import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { AS_OF } from '../../reports/report-moment.js';
import { IsText } from './query-values.decorator.js';
import { ReadRequest } from './read.request.js';

/** Query parameter: a data revision, or a moment. */
export function IsAsOf(): PropertyDecorator {
  const message =
    '$property must be a data revision, or a moment as in 2026-11-01T00:00:00Z (a plus sign is written %2B)';
  return applyDecorators(IsOptional(), Matches(AS_OF, { message }));
}

/** Query parameter: the state of the data and the catalogue at a data revision or moment. */
export function AsOfParameter(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      type: String,
      example: '2026-11-01T00:00:00Z',
      description: 'As it was at a data revision or moment (RFC 3339). Not together with `release`',
    }),
    IsAsOf(),
  );
}

/** Query parameter: what a published release says. */
export function ReleaseParameter(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      type: String,
      example: '2026-1',
      description:
        'As a published release says it: the answer never changes, and may be kept for good. 410 when this version of ' +
        'the program can no longer read it back',
    }),
    IsOptional(),
    IsText(100),
  );
}

/** Query parameters of public reads that also tell earlier states. */
export class MomentRequest extends ReadRequest {
  @AsOfParameter()
  readonly asOf?: string;

  @ReleaseParameter()
  readonly release?: string;
}
