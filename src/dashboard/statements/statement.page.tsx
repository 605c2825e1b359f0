import type { JSX } from 'preact';
import { isModerator } from '../../communities/community-actor.js';
import { LONGEST_STATEMENT } from '../../communities/statement-request.js';
import {
  declineReasonsFor,
  isOnOwnSide,
  stateOf,
  type StatementFile,
  type StatementVersion,
} from '../../communities/statement-states.js';
import { SelectField } from '../administration/select-field.js';
import type { Fault } from '../fault.js';
import type { FieldHints } from '../field-hints.js';
import { Layout, type Frame } from '../layout.js';
import { HintList } from '../moderation/hint-list.js';
import { hintsOfStatement } from '../moderation/waiting-text.js';
import { FaultNotice } from '../parts/fault-notice.js';
import { StepForm } from '../parts/step-form.js';
import { TextIn } from '../parts/statement-list.js';
import { TextsFields } from '../parts/texts-fields.js';
import { WordingHints } from '../parts/wording-hints.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import type { Words } from '../words.js';

interface StatementPageProps {
  readonly frame: Frame;
  readonly visitor: Visitor;
  readonly file: StatementFile;
  /** Whether the visitor may change or withdraw it. */
  readonly isOwn: boolean;
  /** What it is about. */
  readonly about: string;
  readonly sent?: SentForm | undefined;
  readonly found?: readonly FieldHints[] | undefined;
  readonly fault?: Fault | undefined;
}

/** A statement with all its versions, for its own side and for moderators. */
export function StatementPage(props: StatementPageProps): JSX.Element {
  const { frame, visitor, file, isOwn, about, fault } = props;
  const { words } = frame;
  const state = stateOf(file);
  const decides = state === 'sent' && isModerator(visitor.actor) && !isOnOwnSide(visitor.actor, file);
  const country = words.area({ code: file.area, name: file.areaName });
  const who = words.t(`statements.by.${file.by.kind}`, { name: file.by.name, country });
  return (
    <Layout frame={frame} title={words.t('statements.one', { about })} section="countries">
      <p class="kicker">
        <a href={words.to('countries', file.area)}>{country}</a>
      </p>
      <h1>{words.t('statements.one', { about })}</h1>
      <FaultNotice fault={fault} words={words} />
      <p class="lede">{words.t('statements.ofWhom', { who })}</p>
      {file.versions.slice(0, 1).map((version) => (
        <Version key={version.number} version={version} words={words} />
      ))}
      {decides && <HintList hints={hintsOfStatement(file)} words={words} />}
      {decides && <DecisionForm {...props} />}
      {file.versions.slice(1).map((version) => (
        <Version key={version.number} version={version} words={words} />
      ))}
      <FurtherSteps {...props} />
      {isOwn && state !== 'withdrawn' && <OwnSteps {...props} />}
    </Layout>
  );
}

/** What can be done about a version that was decided on. */
function FurtherSteps({ frame: { words }, visitor, file, isOwn }: StatementPageProps): JSX.Element | null {
  const [last] = file.versions;
  const about = (step: string): string =>
    `${words.to('moderation', 'new')}?step=${step}&kind=statement&of=${file.id}`;
  const takesDown = isModerator(visitor.actor) && !isOnOwnSide(visitor.actor, file);
  const isShown = stateOf(file) !== 'withdrawn' && file.versions.some(({ state }) => state === 'published');
  const declined = file.versions.find(({ state }) => state === 'published' || state === 'declined');
  const links = [
    ...(last?.moderation === undefined
      ? []
      : [[words.to('moderation', 'cases', last.moderation), 'moderation.toCase']]),
    ...(takesDown && isShown ? [[about('take_down'), 'moderation.takeThisDown']] : []),
    ...(isOwn && declined?.state === 'declined' && declined.moderation === undefined
      ? [[about('appeal'), 'moderation.appealThis']]
      : []),
  ];
  if (links.length === 0) return null;
  return (
    <ul>
      {links.map(([href = '', key = '']) => (
        <li key={key}>
          <a href={href}>{words.t(key)}</a>
        </li>
      ))}
    </ul>
  );
}

function Version({
  version: { texts, sentAt, state, decidedAt, reasonCode, reason },
  words,
}: {
  readonly version: StatementVersion;
  readonly words: Words;
}): JSX.Element {
  const names = new Intl.DisplayNames(words.language, { type: 'language' });
  return (
    <section>
      <h2>{words.t('statements.version', { day: words.day(sentAt.toISOString()) })}</h2>
      <p class="quiet">
        {words.t(`statements.state.${state}`, { day: words.day((decidedAt ?? sentAt).toISOString()) })}{' '}
        {reasonCode !== undefined && words.t(`statements.reason.${reasonCode}`)}
      </p>
      {reason !== undefined && (
        <blockquote>
          <p dir="auto">{reason}</p>
        </blockquote>
      )}
      {Object.entries(texts).map(([language, text]) => (
        <section key={language}>
          <h3>{names.of(language)}</h3>
          <TextIn texts={{ [language]: text ?? '' }} words={words} />
        </section>
      ))}
    </section>
  );
}

function DecisionForm({ frame: { words }, visitor, file, sent, fault }: StatementPageProps): JSX.Element {
  const reasons = declineReasonsFor(file).map((code) => ({
    code,
    name: words.t(`statements.reason.${code}`),
  }));
  return (
    <section>
      <h2>{words.t('statements.decide')}</h2>
      <p>{words.t('statements.decideHint')}</p>
      <form action={words.to('statements', file.id, 'decision')} method="post" class="decide">
        <input type="hidden" name="_token" value={visitor.formToken} />
        <input type="hidden" name="version" value={file.versions[0]?.number} />
        <p>
          <button type="submit" name="decision" value="publish">
            {words.t('statements.publish')}
          </button>
        </p>
        <SelectField
          id="reasonCode"
          label={words.t('statements.declineReason')}
          of={reasons}
          chosen={sent?.text('reasonCode')}
          none={words.t('statements.noReason')}
          fault={fault}
        />
        <p>
          <label for="text">{words.t('statements.declineText')}</label>
          <textarea id="text" name="text" rows={4} maxLength={1000} dir="auto">
            {sent?.text('text')}
          </textarea>
        </p>
        <button type="submit" name="decision" value="decline" class="quietly">
          {words.t('statements.decline')}
        </button>
      </form>
    </section>
  );
}

function OwnSteps({ frame, visitor, file, sent, found, fault }: StatementPageProps): JSX.Element {
  const { words } = frame;
  const texts = file.versions[0]?.texts;
  return (
    <section>
      <h2>{words.t('statements.change')}</h2>
      <p>{words.t('statements.changeHint')}</p>
      <form action={words.to('statements', file.id, 'versions')} method="post">
        <input type="hidden" name="_token" value={visitor.formToken} />
        <TextsFields
          {...{
            name: 'texts',
            legend: words.t('statements.texts'),
            most: LONGEST_STATEMENT,
            texts,
            fault,
            words,
          }}
          sent={sent?.has('decision') === true ? undefined : sent}
        />
        <WordingHints frame={frame} found={found} about={file.by.kind === 'state' ? file.area : undefined} />
        <button type="submit">{words.t('statements.sendVersion')}</button>
      </form>
      <h2>{words.t('statements.withdraw')}</h2>
      <StepForm
        action={words.to('statements', file.id, 'withdrawal')}
        visitor={visitor}
        label={words.t('statements.withdrawButton')}
        quiet
      >
        <p>{words.t('statements.withdrawHint')}</p>
      </StepForm>
    </section>
  );
}
