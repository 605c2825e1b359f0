import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsArray, IsBooleanString, IsOptional, IsString, Length, Matches } from 'class-validator';

/** A list of codes, written with commas or by repeating the parameter; it may be left out. */
export function CodeList(): PropertyDecorator {
  return applyDecorators(Codes(), IsOptional());
}

/** Such a list that may not be left out. */
export function Codes(): PropertyDecorator {
  const split = Transform(({ value }: { readonly value: unknown }) => {
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    return texts.flatMap((text) =>
      typeof text === 'string' ? text.split(',').map((code) => code.trim()) : [text],
    );
  });
  return applyDecorators(split, IsArray(), IsString({ each: true }));
}

/** No control characters but tab and line ends, no halves of characters: no database and no page takes them. */
const PRINTABLE = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

/** A text that can be kept and shown. */
export function IsPrintable(): PropertyDecorator {
  const message = '$property holds a character that cannot be shown';
  return applyDecorators(IsString(), Matches(PRINTABLE, { message }));
}

/** Such a text of 1 to so many characters. */
export function IsText(most: number): PropertyDecorator {
  return applyDecorators(IsPrintable(), Length(1, most));
}

/** `true` or `false`, also `1` or `0`; see `isYes`. */
export function IsYesOrNo(): PropertyDecorator {
  return applyDecorators(IsBooleanString({ message: '$property must be true or false' }), IsOptional());
}

/** A whole number; anything else stays as it is and is refused. */
export function WholeNumber(): PropertyDecorator {
  return Transform(({ value }: { readonly value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  );
}

/** `2020` or `2015..2024`; either end may be left out: `2015..`. */
export const YEARS = /^(\d{4}|\d{4}\.\.(\d{4})?|\.\.\d{4})$/;

export function IsYears(): PropertyDecorator {
  const message = '$property must be a year as in 2020, or a first and a last one as in 2015..2024';
  return applyDecorators(Matches(YEARS, { message }), IsOptional());
}

export interface YearRange {
  readonly fromYear?: number;
  readonly toYear?: number;
}

/** @param text as `YEARS` */
export function readYears(text: string | undefined): YearRange {
  if (text === undefined) return {};
  const [from = '', to = from] = text.split('..');
  return {
    ...(from === '' ? {} : { fromYear: Number(from) }),
    ...(to === '' ? {} : { toYear: Number(to) }),
  };
}

export function isYes(text: string | undefined): boolean {
  return text === 'true' || text === '1';
}
