import type { JSX } from 'preact';
import type { Written } from '../../reports/method-chapter.js';
import type { WorkedExample } from '../../reports/method-example.js';
import type { Answer } from '../../reports/method-rule.js';
import type { Words } from '../words.js';

/** Decimals of an answer: as many as the method promises to keep, so that no rounding noise is shown. */
const decimals = 9;

/** A worked example as a table: what goes in, what the text says comes out, and what the engine answers now. */
export function ExampleTable({
  example: { what, rule, given, lines },
  words,
}: {
  readonly example: WorkedExample;
  readonly words: Words;
}): JSX.Element {
  return (
    <table class="example">
      <caption>
        <span lang={words.language} dir={words.direction}>
          {words.t('method.example', { what: leftToRight(what) })}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.t('method.rule', { rule: leftToRight(rule) })}</th>
          <th scope="col">{words.t('method.written')}</th>
          <th scope="col">{words.t('method.answered')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{words.t('method.given')}</th>
          <td colSpan={2}>
            {Object.entries(given).map(([name, written]) => (
              <Lines key={name} name={name} of={written} />
            ))}
          </td>
        </tr>
        {lines.map(({ name, written, answered, agrees }) => (
          <tr key={name} class="answer">
            <th scope="row">{name}</th>
            <td>
              <Lines of={written} />
            </td>
            <td>
              <Lines of={answered} />
              {!agrees && <span class="remark">{words.t('method.differs')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** English within words of another language. U+2066 and U+2069 keep its direction to itself. */
function leftToRight(text: string): string {
  return `\u2066${text}\u2069`;
}

/** Things with parts of their own stand on a line each, all else together on one. */
function Lines({ name, of }: { readonly name?: string; readonly of: Written | Answer }): JSX.Element {
  const before = name === undefined ? '' : `${name}: `;
  if (!hasThings(of)) return <div>{`${before}${print(of)}`}</div>;
  return (
    <>
      {name !== undefined && <div>{before}</div>}
      {thingsIn(of).map((thing) => (
        <div class={name === undefined ? undefined : 'within'}>{thing}</div>
      ))}
    </>
  );
}

function hasThings(of: Answer): of is readonly Answer[] | Readonly<Record<string, Answer>> {
  const isThing = (one: Answer): boolean =>
    typeof one === 'object' && one !== null && Object.keys(one).length > 1;
  return typeof of === 'object' && of !== null && Object.values(of).some(isThing);
}

function thingsIn(of: readonly Answer[] | Readonly<Record<string, Answer>>): readonly string[] {
  return isList(of) ? of.map(print) : Object.entries(of).map(([name, one]) => `${name}: ${print(one)}`);
}

function print(of: Answer): string {
  if (of === null || of === undefined) return 'none';
  if (typeof of === 'number') return String(Number(of.toFixed(decimals)));
  if (typeof of === 'boolean') return of ? 'yes' : 'no';
  if (typeof of === 'string') return of;
  if (isList(of)) return of.length === 0 ? '–' : of.map(print).join(', ');
  return Object.entries(of)
    .map(([name, value]) => `${name}: ${print(value)}`)
    .join(', ');
}

function isList(of: Answer): of is readonly Answer[] {
  return Array.isArray(of);
}
