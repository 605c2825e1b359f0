import type { JSX } from 'preact';
import type { AgendaKind } from '../../catalogue/views.js';
import { Layout, type Frame } from '../layout.js';
import { AgendaLinks } from '../parts/agenda-links.js';
import { ContactLine } from '../parts/contact-line.js';
import { OperatorLine } from '../parts/operator-line.js';
import { TextSection } from '../parts/text-section.js';

/** What the service is and is not, who runs it, and what may be done with it. */
export function AboutPage({
  frame,
  agendas,
}: {
  readonly frame: Frame;
  /** Those that the same scores are also told by. */
  readonly agendas: readonly AgendaKind[];
}): JSX.Element {
  const { words, operator } = frame;
  const about = (name: string): string => `about.${name}`;
  return (
    <Layout frame={frame} title={words.t('about.title')} section="about">
      <h1>{words.t('about.title')}</h1>
      <p class="lede">{words.t('about.lede')}</p>
      <TextSection words={words} of={about('what')}>
        <p>
          {words.t('about.measures', { framework: frame.framework.name })} {frame.framework.description}
        </p>
        <p>
          <a href={words.to('method')}>{words.t('method.title')}</a>
        </p>
      </TextSection>
      <AgendaLinks agendas={agendas} words={words} />
      <TextSection words={words} of={about('readers')} points />
      <TextSection words={words} of={about('isNot')} points />
      <TextSection words={words} of={about('independence')}>
        {operator.name === undefined && <p>{words.t('about.noOperator')}</p>}
        <OperatorLine operator={operator} words={words} />
        {operator.contact !== undefined && <ContactLine frame={frame} />}
      </TextSection>
      <TextSection words={words} of={about('terms')} points />
      <TextSection words={words} of={about('cite')}>
        <p>
          <a href={words.to('releases')}>{words.t('releases.title')}</a>
        </p>
      </TextSection>
      <TextSection words={words} of={about('privacy')} points />
    </Layout>
  );
}
