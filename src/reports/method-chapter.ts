import { parseDocument } from 'yaml';
import type { Language } from '../language/language.js';

/** What an example says, as it is written: nothing is read into it yet, so that `4.40` keeps its digits. */
export type Written = string | readonly Written[] | WrittenFields;
export interface WrittenFields {
  readonly [name: string]: Written;
}

/** A worked example: what goes in, and what the rule answers. */
export interface MethodExample {
  readonly what: string;
  /** Name of the rule in `methodRules`. */
  readonly rule: string;
  readonly given: WrittenFields;
  readonly then: WrittenFields;
}

/** One rule of the method, or a few that belong together: `reports/method/<code>.md`. */
export interface MethodChapter {
  readonly code: string;
  /** It is written in; absent: English. */
  readonly language?: Language;
  readonly title: string;
  /** Its first paragraph, in one plain sentence or two. */
  readonly lead: string;
  /** What follows, in order: Markdown and the examples between. */
  readonly parts: readonly (string | MethodExample)[];
}

const EXAMPLE = /^```yaml example\n([^]*?)^```$/m;

/**
 * Takes a chapter of the method apart. It begins with a title and a paragraph; examples stand in fenced blocks
 * "yaml example" with `what`, `rule`, `given` and `then`.
 * @throws RangeError with a sentence when the page is written otherwise
 */
export function parseMethodChapter(code: string, text: string): MethodChapter {
  const [, title, lead, rest] = /^# (.+)\n\n((?:.+\n)+)([^]*)$/.exec(text) ?? [];
  if (title === undefined || lead === undefined || rest === undefined) {
    throw new RangeError(`The chapter ${code} does not begin with a title and a paragraph`);
  }
  // Splitting at an expression with one group gives text and group in turn.
  const parts = rest
    .split(EXAMPLE)
    .map((part, i) => (i % 2 === 0 ? withoutBlankEnds(part) : parseExample(code, part)));
  return { code, title, lead: lead.trim(), parts: parts.filter((part) => part !== '') };
}

/** The examples of a chapter, in order. */
export function examplesOf({ parts }: MethodChapter): readonly MethodExample[] {
  return parts.filter((part) => typeof part !== 'string');
}

/** Indentation of the first line stays: it says what is code. */
function withoutBlankEnds(text: string): string {
  return text.replace(/^\n+/, '').trimEnd();
}

function parseExample(code: string, text: string): MethodExample {
  const document = parseDocument(text, { schema: 'failsafe' });
  const [fault] = document.errors;
  if (fault !== undefined) throw new RangeError(`An example of the chapter ${code}: ${fault.message}`);
  const { what, rule, given, then, ...others } = (document.toJS() ?? {}) as Partial<WrittenFields>;
  if (
    typeof what !== 'string' ||
    typeof rule !== 'string' ||
    !isFields(given) ||
    !isFields(then) ||
    Object.keys(then).length === 0 ||
    Object.keys(others).length > 0
  ) {
    throw new RangeError(
      `An example of the chapter ${code} needs what, rule, given and then, no more: ${text}`,
    );
  }
  return { what, rule, given, then };
}

/** Whether something written has named fields. */
export function isFields(written: Written | undefined): written is WrittenFields {
  return typeof written === 'object' && !Array.isArray(written);
}
