import { Transform } from 'class-transformer';

/** A list of codes, written with commas or by repeating the parameter. */
export function CodeList(): PropertyDecorator {
  return Transform(({ value }: { readonly value: unknown }) => {
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    return texts.flatMap((text) =>
      typeof text === 'string' ? text.split(',').map((code) => code.trim()) : [text],
    );
  });
}

/** A whole number; anything else stays as it is and is refused. */
export function WholeNumber(): PropertyDecorator {
  return Transform(({ value }: { readonly value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  );
}

/** `2020` or `2015..2024`; either end may be left out: `2015..`. */
export const YEARS = /^(\d{4}|\d{4}\.\.(\d{4})?|\.\.\d{4})$/;

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
