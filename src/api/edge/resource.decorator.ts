import { applyDecorators, Get, UseInterceptors, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import { bareMediaType, type Suffix } from './media.js';
import { ProblemAnswers } from './problem-answers.decorator.js';
import { PublicReadInterceptor } from './public-read.interceptor.js';
import { RouteSays } from './route-says.decorator.js';

interface ResourceOptions {
  /** Below the controller's address. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** Class of the answer, or of one of its items; absent where JSON is not offered. */
  readonly answer?: Type;
  /** The answer is `{ items: [...] }`. */
  readonly list?: boolean;
  /** Forms it offers, best first; JSON and CSV when absent. */
  readonly offers?: readonly Suffix[];
  /** Whether it also tells earlier states: its query is a `MomentRequest`, or has the same parameters. */
  readonly dated?: boolean;
  /** Whether what it answers never changes. */
  readonly frozen?: boolean;
  /** Statuses of problems beside 400, 406 and 503, and 404 for what an address names. */
  readonly problems?: readonly number[];
}

/** A public read: its address, also with a suffix for each form it offers, and its part of the API description. */
export function Resource(options: ResourceOptions): MethodDecorator {
  const { path, summary, description, answer, offers = ['json', 'csv'], problems = [] } = options;
  const { dated = false, frozen = false } = options;
  const suffixes = offers.map((suffix) => `.${suffix}`).join(' or ');
  return applyDecorators(
    Get([path, ...offers.map((suffix) => `${path}.${suffix}`)]),
    RouteSays({ offers, frozen }),
    UseInterceptors(PublicReadInterceptor),
    ApiOperation({
      summary,
      description: [
        description,
        `The form follows the Accept header; ${suffixes} at the end of the path wins.`,
      ]
        .filter((text) => text !== undefined)
        .join('\n\n'),
    }),
    ApiExtraModels(...(answer === undefined ? [] : [answer])),
    ApiOkResponse({
      description: summary,
      headers: { ETag: { description: 'Strong entity tag', schema: { type: 'string' } } },
      content: Object.fromEntries(
        offers.map((suffix) => [
          bareMediaType(suffix),
          {
            schema:
              suffix === 'json' && answer !== undefined
                ? jsonSchema(answer, options.list ?? false)
                : { type: 'string' },
          },
        ]),
      ),
    }),
    ProblemAnswers(
      ...new Set([400, 406, 503, ...(path.includes(':') ? [404] : []), ...(dated ? [410] : []), ...problems]),
    ),
  );
}

function jsonSchema(answer: Type, list: boolean): Record<string, unknown> {
  const item = { $ref: getSchemaPath(answer) };
  if (!list) return item;
  return { type: 'object', required: ['items'], properties: { items: { type: 'array', items: item } } };
}
