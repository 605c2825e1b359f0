import type { JSX } from 'preact';
import { direction } from '../../language/language.js';
import { paragraphsOf, type Letter, type LetterBlock } from '../../language/letter.js';
import type { CountryReport } from '../../reports/report.js';
import { Layout, type Frame } from '../layout.js';
import type { Words } from '../words.js';

interface LetterPageProps {
  readonly frame: Frame;
  readonly area: CountryReport['area'];
  readonly letter: Letter;
  /** Whether it is what would be sent now: there are files of nothing else. */
  readonly isPresent: boolean;
}

const FILES = ['zip', 'html', 'txt'] as const;

/** The letter to a Member State as it would be sent, and the files to send. */
export function LetterPage({ frame, area, letter, isPresent }: LetterPageProps): JSX.Element {
  const { words } = frame;
  const country = words.area(area);
  const title = words.t('communication.page.title', { country });
  return (
    <Layout frame={frame} title={title} section="countries">
      <p class="kicker">
        <a href={words.to('countries', area.code)}>{country}</a>
      </p>
      <h1>{title}</h1>
      <p class="lede">{words.t('communication.page.lede', { country })}</p>
      {isPresent && <Files area={area.code} words={words} />}
      <article>
        <h2>{letter.title}</h2>
        {[...letter.blocks, ...letter.closing].map((block, position) => (
          <Block key={position} of={block} />
        ))}
      </article>
    </Layout>
  );
}

function Files({ area, words }: { readonly area: string; readonly words: Words }): JSX.Element {
  return (
    <>
      <h2>{words.t('communication.page.files')}</h2>
      <p>{words.t('communication.page.take')}</p>
      <ul>
        {FILES.map((form) => (
          <li key={form}>
            <a
              href={`/api/v1/reports/countries/${area}/communication.${form}?lang=${words.language}`}
              rel="nofollow"
            >
              {words.t(`communication.page.${form}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Block({ of: block }: { readonly of: LetterBlock }): JSX.Element {
  if ('heading' in block) return <h3>{block.heading}</h3>;
  if ('name' in block)
    return (
      <h4>
        <bdi>{block.name}</bdi>
      </h4>
    );
  if ('text' in block) return <p>{block.text}</p>;
  if ('said' in block) return <OwnWords of={block} />;
  if ('items' in block) {
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  }
  return (
    <p>
      <a href={block.href} rel="nofollow noopener noreferrer">
        {block.link}
      </a>
    </p>
  );
}

function OwnWords({ of }: { readonly of: Extract<LetterBlock, { readonly said: string }> }): JSX.Element {
  return (
    <>
      {of.label !== undefined && <p>{of.label}</p>}
      <blockquote lang={of.language} dir={direction(of.language)}>
        {paragraphsOf(of.said).map((paragraph, position) => (
          <p key={position}>{paragraph}</p>
        ))}
      </blockquote>
    </>
  );
}
