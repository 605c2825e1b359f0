import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { Problem, type ProblemPart } from '../platform/problem.js';
import { LanguageRequest } from './read.request.js';

/** Checks queries, path parameters and bodies against their request classes; what a class does not name is refused. */
export function requestValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: true, value: true },
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      new Problem(
        'invalid_request',
        400,
        {},
        errors.flatMap((error) => partsOf(error, '')),
      ),
  });
}

function partsOf(error: ValidationError, path: string): readonly ProblemPart[] {
  const place = `${path}/${error.property}`;
  const nested = (error.children ?? []).flatMap((child) => partsOf(child, place));
  const constraints = Object.entries(error.constraints ?? {});
  const isQuery = path === '' && error.target instanceof LanguageRequest;
  return [
    ...constraints.map(([rule, message]): ProblemPart => ({
      ...(rule === 'whitelistValidation'
        ? {
            code: 'unknown_name',
            params: { name: error.property, allowed: allowedNames(error.target).join(', ') },
          }
        : { code: 'invalid_value', params: { name: error.property, rule: message } }),
      pointer: isQuery ? `?${error.property}` : place,
      value: textOf(error.value),
    })),
    ...nested,
  ];
}

function allowedNames(target: unknown): readonly string[] {
  if (typeof target !== 'object' || target === null) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))].sort();
}

function textOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value.slice(0, 200) : JSON.stringify(value).slice(0, 200);
}
