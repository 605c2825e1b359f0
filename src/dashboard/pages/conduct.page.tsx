import type { JSX } from 'preact';
import { CODE_OF_CONDUCT } from '../../platform/code-of-conduct.js';
import { Layout, type Frame } from '../layout.js';
import { ContactLine } from '../parts/contact-line.js';
import { TextSection } from '../parts/text-section.js';

/** How people write here, what happens to a text, and how to report one. */
export function ConductPage({ frame }: { readonly frame: Frame }): JSX.Element {
  const { words } = frame;
  const { version, date } = CODE_OF_CONDUCT;
  const told = (name: string): string => `conduct.${name}`;
  return (
    <Layout frame={frame} title={words.t('conduct.title')} section="conduct">
      <h1>{words.t('conduct.title')}</h1>
      <p class="lede">{words.t('conduct.lede')}</p>
      <p class="quiet">{words.t('acceptance.version', { version, day: words.day(date) })}</p>
      <TextSection words={words} of={told('scope')} />
      <TextSection words={words} of={told('rules')} points />
      <TextSection words={words} of={told('process')} points>
        <p>
          <a href={words.to('moderation')}>{words.t('moderation.toLog')}</a>
        </p>
      </TextSection>
      <TextSection words={words} of={told('report')}>
        <ContactLine frame={frame} />
      </TextSection>
    </Layout>
  );
}
