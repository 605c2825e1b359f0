import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, Length, Matches } from 'class-validator';

/** A list of codes of areas, of groups too where these are allowed; whether there are such is asked later. */
export function AreaCodes(): PropertyDecorator {
  return applyDecorators(
    Matches(/^[\w-]+$/, { each: true, message: 'each of $property must be a code' }),
    Length(1, 40, { each: true }),
    ArrayMaxSize(250),
    IsArray(),
  );
}
