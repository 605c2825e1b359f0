import type { JSX } from 'preact';
import type { Coverage, CoverageLine } from '../../reports/coverage.js';
import type { Fault } from '../fault.js';
import type { Named } from '../named.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import type { Words } from '../words.js';
import { Options } from './choose-coverage.js';

interface ConfirmFormProps {
  readonly line: CoverageLine;
  readonly coverage: Coverage;
  readonly words: Words;
  readonly visitor: Visitor;
  /** For whom the visitor may confirm. */
  readonly communities: readonly Named[];
  /** What was written into such a form, when that could not be taken, and why. */
  readonly sent: SentForm | undefined;
  readonly fault: Fault | undefined;
}

/** Id of the field for the evidence of an indicator. */
export function evidenceField(indicator: string): string {
  return `evidence-${indicator}`;
}

/** Says that nothing newer is known; of an assessment that it still holds, with a link that shows it. */
export function ConfirmForm(props: ConfirmFormProps): JSX.Element {
  const { line, coverage, words, visitor, communities, sent } = props;
  const { indicator, known } = line;
  const { area, issue } = coverage;
  const isAssessment = indicator.goalposts.kind === 'rubric';
  const said = sent?.text('indicator') === indicator.code ? sent : undefined;
  const community = `community-${indicator.code}`;
  const button = `confirm-${indicator.code}`;
  return (
    <form class="inline" action={words.to('contribute', 'confirmations')} method="post">
      <input type="hidden" name="_token" value={visitor.formToken} />
      <input type="hidden" name="country" value={area.code} />
      {issue !== undefined && <input type="hidden" name="issue" value={issue.code} />}
      <input type="hidden" name="indicator" value={indicator.code} />
      {communities.length === 1 && <input type="hidden" name="community" value={communities[0]?.code} />}
      {communities.length > 1 && (
        <>
          <label for={community}>{words.t('contribute.community')}</label>
          <select id={community} name="community">
            <Options of={communities} chosen={said?.text('community') ?? known?.community} />
          </select>
        </>
      )}
      {isAssessment && <Evidence {...props} sent={said} />}
      <button type="submit" class="quietly" id={button} aria-labelledby={`${button} name-${indicator.code}`}>
        {words.t(isAssessment ? 'contribute.noChange' : 'contribute.nothingNewer')}
      </button>
    </form>
  );
}

function Evidence({ line: { indicator }, words, sent, fault }: ConfirmFormProps): JSX.Element {
  const id = evidenceField(indicator.code);
  const isWrong = fault?.field === id;
  return (
    <>
      <label for={id}>{words.t('contribute.evidence')}</label>
      <input
        id={id}
        name="evidence"
        type="url"
        dir="ltr"
        required
        placeholder="https://"
        value={sent?.text('evidence')}
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={isWrong ? 'fault' : undefined}
      />
    </>
  );
}
