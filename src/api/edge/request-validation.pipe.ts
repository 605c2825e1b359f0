import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { Problem, type ProblemPart } from '../../platform/problem.js';

/** Checks queries, path parameters and bodies against their request classes; what a class does not name is refused. */
export function requestValidation(): ValidationPipe {
  return new RequestValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: true, value: true },
    stopAtFirstError: true,
    exceptionFactory: (errors) => new Faults(errors),
  });
}

class RequestValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const inherited = inheritedNames(value, '', metadata);
    if (inherited.length > 0) throw invalidRequest(inherited);
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      throw error instanceof Faults
        ? invalidRequest(error.faults.flatMap((fault) => partsOf(fault, '', metadata)))
        : error;
    }
  }
}

class Faults extends Error {
  constructor(readonly faults: readonly ValidationError[]) {
    super('A request that is not as described');
  }
}

function invalidRequest(parts: readonly ProblemPart[]): Problem {
  return new Problem('invalid_request', 400, {}, parts);
}

/** Names that the libraries do not see, because every object has them of its own accord. */
const INHERITED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);
const DEEPEST = 8;

function inheritedNames(value: unknown, path: string, metadata: ArgumentMetadata): readonly ProblemPart[] {
  if (typeof value !== 'object' || value === null) return [];
  if (path.split('/').length > DEEPEST) return [{ code: 'too_deep', pointer: path }];
  return Object.entries(value).flatMap(([name, each]) => {
    const place = `${path}/${escaped(name)}`;
    if (!INHERITED.has(name)) return inheritedNames(each, place, metadata);
    const allowed = path === '' && metadata.metatype ? allowedNames(metadata.metatype) : 'none';
    return [{ code: 'unknown_name', params: { name, allowed }, pointer: pointerTo(place, metadata) }];
  });
}

function partsOf(fault: ValidationError, path: string, metadata: ArgumentMetadata): readonly ProblemPart[] {
  const { property, target, constraints = {}, children = [] } = fault;
  const place = `${path}/${escaped(property)}`;
  return [
    ...Object.entries(constraints).map(([rule, message]): ProblemPart => ({
      ...(rule === 'whitelistValidation' && target !== undefined
        ? { code: 'unknown_name', params: { name: property, allowed: allowedNames(target.constructor) } }
        : { code: 'invalid_value', params: { name: property, rule: message } }),
      pointer: pointerTo(place, metadata),
      value: textOf(fault.value),
    })),
    ...children.flatMap((child) => partsOf(child, place, metadata)),
  ];
}

/** Source: RFC 6901. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A place in a body is told as it is; a parameter by its name. */
function pointerTo(place: string, { type }: ArgumentMetadata): string {
  if (type === 'query') return `?${place.slice(1)}`;
  return type === 'param' ? `{${place.slice(1)}}` : place;
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- what class-validator calls a class
function allowedNames(requestClass: Function): string {
  const rules = getMetadataStorage().getTargetValidationMetadatas(requestClass, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))].sort().join(', ');
}

function textOf(value: unknown): string {
  if (value === undefined) return '';
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200);
}
