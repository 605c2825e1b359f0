import { isFields, type Written, type WrittenFields } from './method-chapter.js';

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** Whether a text of an example is a number. */
export function isNumeral(text: string): boolean {
  return NUMBER.test(text);
}

/**
 * What goes into an example, read as what a rule needs. Notes what has been asked for, so that a field nobody reads
 * is found. Wherever something is not as it should be: RangeError with a sentence.
 */
export class Given {
  private readonly asked = new Set<string>();
  private readonly within: Given[] = [];

  constructor(private readonly fields: WrittenFields) {}

  has(name: string): boolean {
    this.asked.add(name);
    return this.fields[name] !== undefined;
  }

  text<Text extends string = string>(name: string, otherwise?: Text): Text {
    const written = this.written(name) ?? otherwise;
    if (typeof written !== 'string') throw new RangeError(`"${name}" is missing, or no text`);
    return written as Text;
  }

  number(name: string, otherwise?: number): number {
    const written = this.written(name);
    if (written === undefined && otherwise !== undefined) return otherwise;
    return numberOf(written, name);
  }

  /** A number, or undefined where there is none or `none` is written. */
  optional(name: string): number | undefined {
    const written = this.written(name);
    return written === undefined || written === 'none' ? undefined : numberOf(written, name);
  }

  /** Truth, `no` unless said otherwise. */
  yes(name: string, otherwise: 'yes' | 'no' = 'no'): boolean {
    const written: string = this.text(name, otherwise);
    if (!['yes', 'no'].includes(written)) throw new RangeError(`"${name}" is yes or no, not ${written}`);
    return written === 'yes';
  }

  texts(name: string): readonly string[] {
    return this.list(name).map((written) => {
      if (typeof written !== 'string') throw new RangeError(`"${name}" holds more than texts`);
      return written;
    });
  }

  numbers(name: string): readonly number[] {
    return this.list(name).map((written) => numberOf(written, name));
  }

  /** Things with fields of their own. */
  each(name: string): readonly Given[] {
    const each = this.list(name).map((written) => {
      if (!isFields(written)) throw new RangeError(`"${name}" holds things without fields`);
      return new Given(written);
    });
    this.within.push(...each);
    return each;
  }

  /** Names with a number each, as in `[2015: 20, 2024: 60]`; null where `none` is written. */
  pairs(name: string): readonly (readonly [name: string, value: number | null])[] {
    return this.list(name)
      .flatMap((written) => {
        if (!isFields(written)) throw new RangeError(`"${name}" holds things without a name`);
        return Object.entries(written);
      })
      .map(([key, written]) => [key, written === 'none' ? null : numberOf(written, name)]);
  }

  /** Fields that are written and were never asked for. */
  unread(): readonly string[] {
    const own = Object.keys(this.fields).filter((name) => !this.asked.has(name));
    return [...own, ...this.within.flatMap((given) => given.unread())];
  }

  private list(name: string): readonly Written[] {
    const written = this.written(name);
    if (!Array.isArray(written)) throw new RangeError(`"${name}" is missing, or no list`);
    return written as readonly Written[];
  }

  private written(name: string): Written | undefined {
    this.asked.add(name);
    return this.fields[name];
  }
}

function numberOf(written: Written | undefined, name: string): number {
  if (typeof written !== 'string' || !isNumeral(written)) {
    throw new RangeError(`"${name}" is missing, or no number: ${JSON.stringify(written)}`);
  }
  return Number(written);
}
