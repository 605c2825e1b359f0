import type { JSX } from 'preact';
import type { Texts } from '../../communities/nri-card.js';
import { hasWords, type Statement, type StatementSubject } from '../../communities/statement.js';
import { direction } from '../../language/language.js';
import { standingSentence } from '../../reports/standing-sentence.js';
import type { Words } from '../words.js';

interface StatementListProps {
  readonly statements: readonly Statement[];
  readonly words: Words;
  /** What a figure is called, where statements on several stand together. */
  readonly nameOf?: ((subject: StatementSubject) => string | undefined) | undefined;
}

/** Statements beside the figure they are about, with who says it and when; nothing where there is none. */
export function StatementList({ statements, words, nameOf }: StatementListProps): JSX.Element | null {
  if (statements.length === 0) return null;
  return (
    <section class="statements" aria-label={words.t('statements.here')}>
      {statements.map((statement) => (
        <StatementItem key={statement.id} statement={statement} words={words} nameOf={nameOf} />
      ))}
    </section>
  );
}

function StatementItem({
  statement,
  words,
  nameOf,
}: Omit<StatementListProps, 'statements'> & { readonly statement: Statement }): JSX.Element {
  const { id, by, area, areaName = area, subject, texts, publishedAt, releaseId } = statement;
  const country = words.area({ code: area, name: areaName });
  const who = words.t(`statements.by.${by.kind}`, { name: by.name, country });
  const name = nameOf?.(subject);
  return (
    <figure id={`statement-${id}`}>
      {hasWords(statement) ? (
        <blockquote>
          <TextIn texts={texts} words={words} />
        </blockquote>
      ) : (
        <p>{goneWords(statement, words)}</p>
      )}
      <figcaption class="remark">
        {words.t('statements.attribution', { who, day: words.day(publishedAt) })}{' '}
        {name !== undefined && words.t('statements.about', { name })}{' '}
        {releaseId !== undefined && words.t('statements.aboutRelease', { release: releaseId })}
      </figcaption>
    </figure>
  );
}

/** What stands where a statement was withdrawn or taken down. */
function goneWords({ withdrawnAt = '', takenDown }: Statement, words: Words): string {
  return takenDown === undefined
    ? words.t('statements.withdrawn', { day: words.day(withdrawnAt) })
    : standingSentence({ state: 'taken_down', since: takenDown.at, reasonCode: takenDown.reasonCode }, words);
}

/** A text in the reader's language; else in English, else in the first one that there is, marked as what it is. */
export function TextIn({ texts, words }: { readonly texts: Texts; readonly words: Words }): JSX.Element {
  const language = [words.language, 'en', ...Object.keys(texts)].find((one) => texts[one] !== undefined);
  const text = language === undefined ? '' : (texts[language] ?? '');
  const foreign =
    language === undefined || language === words.language ? {} : { lang: language, dir: direction(language) };
  return (
    <>
      {text.split(/\n+/).map((paragraph, index) => (
        <p key={index} {...foreign}>
          {paragraph}
        </p>
      ))}
    </>
  );
}
