import type { JSX } from 'preact';
import { subjectParts, type StatementSubject, type SubjectKind } from '../../communities/statement.js';
import type { CountryReport } from '../../reports/report.js';
import type { Frame } from '../layout.js';
import { StatementList } from './statement-list.js';

interface CountryStatementsProps {
  readonly frame: Frame;
  readonly report: CountryReport;
}

/** Statements on some figures of a country, beside them. @param kinds of figures; codes narrow them down */
export function CountryStatements({
  frame,
  report,
  kinds,
  codes,
}: CountryStatementsProps & {
  readonly kinds: readonly ('country' | SubjectKind)[];
  readonly codes?: ReadonlySet<string>;
}): JSX.Element {
  const isHere = (subject: StatementSubject): boolean => {
    const { kind, code = '' } = subjectParts(subject) ?? {};
    return kind !== undefined && kinds.includes(kind) && codes?.has(code) !== false;
  };
  return (
    <StatementList
      statements={report.statements.filter(({ subject }) => isHere(subject))}
      words={frame.words}
      nameOf={(subject) => nameIn(report, subject, frame)}
    />
  );
}

/** Where the focal point of the State and members of its communities reply. */
export function RightOfReply({ frame: { words }, report: { area } }: CountryStatementsProps): JSX.Element {
  return (
    <section>
      <h2 id="reply">{words.t('statements.replyTitle')}</h2>
      <p>
        {words.t('statements.reply')}{' '}
        <a href={`${words.to('statements', 'new')}?area=${area.code}`}>
          {words.t('statements.replyLink', { country: words.area(area) })}
        </a>
      </p>
    </section>
  );
}

function nameIn(
  report: CountryReport,
  subject: StatementSubject,
  { named }: Pick<Frame, 'named'>,
): string | undefined {
  const { kind, code } = subjectParts(subject) ?? {};
  if (kind === undefined || kind === 'country' || code === undefined) return undefined;
  const { principles, indicators, commitments, issues } = report;
  const nodes = [...principles, ...principles.flatMap(({ goals }) => goals), ...commitments, ...issues];
  const name =
    kind === 'indicator'
      ? indicators.find(({ indicator }) => indicator === code)?.name
      : nodes.find((node) => node.kind === kind && node.code === code)?.name;
  return named(kind, { code, name: name ?? code });
}
