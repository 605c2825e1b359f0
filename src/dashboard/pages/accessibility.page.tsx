import type { JSX } from 'preact';
import { Layout, type Frame } from '../layout.js';
import { ContactLine } from '../parts/contact-line.js';
import { TextSection } from '../parts/text-section.js';

/** The day on which somebody last held the statement against the pages. */
const reviewed = '2026-11-23';

/** What is done so that everybody can read the pages, what is not, and where to report a barrier. */
export function AccessibilityPage({ frame }: { readonly frame: Frame }): JSX.Element {
  const { words } = frame;
  const told = (name: string): string => `accessibility.${name}`;
  return (
    <Layout frame={frame} title={words.t('accessibility.title')} section="accessibility">
      <h1>{words.t('accessibility.title')}</h1>
      <p class="lede">{words.t('accessibility.lede')}</p>
      <TextSection words={words} of={told('aim')} />
      <TextSection words={words} of={told('does')} points />
      <TextSection words={words} of={told('tested')} />
      <TextSection words={words} of={told('limits')} points />
      <TextSection words={words} of={told('report')}>
        <ContactLine frame={frame} />
      </TextSection>
      <p class="quiet">{words.t('accessibility.reviewed', { day: words.day(reviewed) })}</p>
    </Layout>
  );
}
