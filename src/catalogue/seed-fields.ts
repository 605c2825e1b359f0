import { nearestWord } from '../platform/nearest-word.js';
import type { SeedFault } from './seed-fault.js';
import type { SeedRecord } from './seed-record.js';

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

export interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

/** Anything that can say whether a code exists and list the codes there are: a Set or a Map. */
export interface KnownCodes {
  has(code: string): boolean;
  keys(): Iterable<string>;
}

/**
 * The codes of things that come from one seed file. When the file gave nothing because of a fault of its own, every
 * code is taken as known: one slip is one fault, not one for each row that points there.
 */
export function codesFrom(file: string, codes: readonly string[], faults: readonly SeedFault[]): KnownCodes {
  if (codes.length > 0 || !faults.some((fault) => fault.file === file)) return new Set(codes);
  return { has: () => true, keys: () => [] };
}

/**
 * Reads the fields of one seed record as what they should be and notes a fault for each that is not. After a fault
 * it answers with a placeholder of the right type ('' or NaN or the first choice), so that the rest can be checked
 * too; nothing is built from a directory with faults.
 */
export class SeedFields {
  constructor(
    readonly record: SeedRecord,
    private readonly faults: SeedFault[],
  ) {}

  has(field: string): boolean {
    return this.raw(field) !== '';
  }

  /** A text that must be there. */
  text(field: string): string {
    const value = this.raw(field);
    if (value === '') this.fault(field, `"${field}" is missing.`, 'Write a text; it may not stay empty.');
    return value;
  }

  optionalText(field: string): string | undefined {
    return this.raw(field) === '' ? undefined : this.raw(field);
  }

  /** A code: Latin letters, digits, dot, hyphen and underscore, at most 60 characters. */
  code(field: string): string {
    const value = this.text(field);
    if (value !== '' && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(value)) {
      const right = 'Use letters A-Z, digits, dot, hyphen or underscore, at most 60, e.g. UI_NETUSE or P1.2.';
      this.fault(field, `"${value}" is not a code.`, right);
    }
    return value;
  }

  number(field: string, limits: Limits = {}): number {
    if (this.has(field)) return this.optionalNumber(field, limits) ?? NaN;
    this.fault(field, `"${field}" is missing.`, `Write ${describeLimits(limits)}.`);
    return NaN;
  }

  optionalNumber(field: string, limits: Limits = {}): number | undefined {
    const text = this.raw(field);
    if (text === '') return undefined;
    const value = NUMBER.test(text) ? Number(text) : NaN;
    const { min = -Infinity, max = Infinity, integer = false } = limits;
    if (Number.isFinite(value) && value >= min && value <= max && (!integer || Number.isInteger(value)))
      return value;
    const sentence = Number.isFinite(value) ? `${text} is not allowed here.` : `"${text}" is not a number.`;
    this.fault(field, sentence, `Write ${describeLimits(limits)}, with a point as decimal mark.`);
    return NaN;
  }

  year(field: string): number {
    return this.number(field, { min: 1900, max: 2200, integer: true });
  }

  /** A share from 0 to 1, as a number or as a fraction such as 2/3. */
  share(field: string): number {
    const [, over, under] = /^(\d+)\s*\/\s*([1-9]\d*)$/.exec(this.raw(field)) ?? [];
    if (over !== undefined && Number(over) <= Number(under)) return Number(over) / Number(under);
    return this.number(field, { min: 0, max: 1 });
  }

  oneOf<Choice extends string>(field: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const value = this.text(field);
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined && value !== '') {
      this.fault(field, `"${value}" is not a choice for "${field}".`, `Write one of: ${choices.join(', ')}.`);
    }
    return chosen ?? choices[0];
  }

  yesNo(field: string): boolean {
    const value = this.text(field).toLowerCase();
    if (!['', 'yes', 'no', 'true', 'false'].includes(value)) {
      this.fault(field, `"${this.raw(field)}" is neither yes nor no.`, 'Write yes or no.');
    }
    return value === 'yes' || value === 'true';
  }

  /** Items between the separator; an empty field is an empty list. */
  list(field: string, separator: RegExp | string): string[] {
    return this.raw(field)
      .split(separator)
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }

  /** A code that must exist elsewhere; `what` names the kind of thing, e.g. "goal". */
  reference(field: string, known: KnownCodes, what: string): string {
    const value = this.text(field);
    if (value !== '') this.checkKnown(field, value, known, what);
    return value;
  }

  optionalReference(field: string, known: KnownCodes, what: string): string | undefined {
    return this.has(field) ? this.reference(field, known, what) : undefined;
  }

  /** Codes separated by spaces, each of which must exist elsewhere, each once. */
  references(field: string, known: KnownCodes, what: string): string[] {
    const codes = this.list(field, /\s+/);
    for (const code of codes) this.checkKnown(field, code, known, what);
    if (new Set(codes).size < codes.length) this.fault(field, 'A code stands here twice.', 'Name each once.');
    return codes;
  }

  fault(field: string, sentence: string, hint: string): void {
    const { file, line, lines } = this.record;
    const value = this.raw(field);
    const at = lines?.[field] ?? line;
    this.faults.push({ file, line: at, field, ...(value === '' ? {} : { value }), sentence, hint });
  }

  private checkKnown(field: string, code: string, known: KnownCodes, what: string): void {
    if (known.has(code)) return;
    const near = nearestWord(code, known.keys());
    const some = [...known.keys()].slice(0, 5).join(', ');
    const hint =
      near === undefined
        ? some === ''
          ? `There is no ${what} yet.`
          : `Known are: ${some}, ...`
        : `Did you mean ${near}?`;
    this.fault(field, `There is no ${what} "${code}".`, hint);
  }

  private raw(field: string): string {
    return this.record.cells[field] ?? '';
  }
}

function describeLimits({ min, max, integer }: Limits): string {
  const kind = integer === true ? 'a whole number' : 'a number';
  if (min !== undefined && max !== undefined) return `${kind} from ${String(min)} to ${String(max)}`;
  if (min !== undefined) return `${kind}, ${String(min)} or more`;
  return max === undefined ? kind : `${kind}, ${String(max)} or less`;
}
