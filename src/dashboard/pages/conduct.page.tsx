import type { JSX } from 'preact';
import { Layout, type Frame } from '../layout.js';
import { ContactLine } from '../parts/contact-line.js';
import { TextSection } from '../parts/text-section.js';

/** How people write here, what happens to a text, and how to report one. */
export function ConductPage({ frame }: { readonly frame: Frame }): JSX.Element {
  const { words } = frame;
  const told = (name: string): string => `conduct.${name}`;
  return (
    <Layout frame={frame} title={words.t('conduct.title')} section="conduct">
      <h1>{words.t('conduct.title')}</h1>
      <p class="lede">{words.t('conduct.lede')}</p>
      <TextSection words={words} of={told('scope')} />
      <TextSection words={words} of={told('rules')} points />
      <TextSection words={words} of={told('process')} points />
      <TextSection words={words} of={told('report')}>
        <ContactLine frame={frame} />
      </TextSection>
    </Layout>
  );
}
