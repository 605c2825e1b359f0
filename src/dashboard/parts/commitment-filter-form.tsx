import type { JSX } from 'preact';
import type { CommitmentsReport } from '../../reports/commitments-report.js';
import { SelectField } from '../administration/select-field.js';
import { EVIDENCE, type CommitmentFilter } from '../commitment-filter.js';
import type { Frame } from '../layout.js';

interface CommitmentFilterFormProps {
  readonly frame: Frame;
  /** All there are. */
  readonly report: CommitmentsReport;
  readonly filter: CommitmentFilter;
}

/** Which commitments to show; works without script. */
export function CommitmentFilterForm({ frame, report, filter }: CommitmentFilterFormProps): JSX.Element {
  const { words, named } = frame;
  const { objectives, indicators } = report;
  const kinds = [...new Set(objectives.flatMap(({ commitments }) => commitments.map(({ kind }) => kind)))];
  return (
    <form method="get" action={words.to('commitments')} class="filter" role="search">
      <div class="fields">
        <SelectField
          id="objective"
          label={words.t('explorer.objective')}
          of={objectives.map(({ code, name }) => ({
            code: code ?? 'none',
            name:
              code === undefined || name === undefined
                ? words.t('commitments.followUp')
                : named('objective', { code, name }),
          }))}
          chosen={filter.objective}
          none={words.t('explorer.any')}
        />
        <SelectField
          id="kind"
          label={words.t('commitment.kind')}
          of={kinds.map((code) => ({ code, name: words.t(`commitmentKind.${code}`) }))}
          chosen={filter.kind}
          none={words.t('explorer.any')}
        />
        <SelectField
          id="evidence"
          label={words.t('explorer.evidence')}
          of={EVIDENCE.map((code) => ({ code, name: words.t(`explorer.evidence.${code}`) }))}
          chosen={filter.evidence}
          none={words.t('explorer.any')}
        />
        <SelectField
          id="indicator"
          label={words.t('column.indicator')}
          of={words.inOrder(
            indicators.map((indicator) => ({
              code: indicator.code,
              name: named('indicator', indicator),
            })),
          )}
          chosen={filter.indicator}
          none={words.t('explorer.any')}
        />
      </div>
      <button type="submit">{words.t('explorer.filter')}</button>
    </form>
  );
}
