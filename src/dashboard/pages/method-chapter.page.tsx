import type { JSX } from 'preact';
import { direction, sourceLanguage } from '../../language/language.js';
import type { MethodChapter } from '../../reports/method-chapter.js';
import { workExample } from '../../reports/method-example.js';
import { Layout, type Frame } from '../layout.js';
import { wordsOf } from '../words.js';
import { Prose } from '../parts/prose.js';
import { ExampleTable } from '../parts/worked-example.js';

/** A rule of the method: its text, and its examples, worked by the engine as the page is made. */
export function MethodChapterPage({
  frame,
  chapter: { title, lead, parts, language = sourceLanguage },
  next,
}: {
  readonly frame: Frame;
  readonly chapter: MethodChapter;
  readonly next: MethodChapter | undefined;
}): JSX.Element {
  const { words, method, framework } = frame;
  const addressOf = (href: string): string | undefined => {
    const [, code] = /^([a-z-]+)\.md$/.exec(href) ?? [];
    return code && words.to('method', code);
  };
  return (
    <Layout
      frame={frame}
      title={title}
      section="method"
      api={`frameworks/${encodeURIComponent(framework.code)}`}
    >
      <p class="kicker">
        <a href={words.to('method')}>{words.t('method.title')}</a>
      </p>
      {language !== words.language && <p class="quiet">{words.t('method.inEnglish')}</p>}
      <article lang={language} dir={direction(language)}>
        <h1>{title}</h1>
        <div class="lede">
          <Prose markdown={lead} title={title} addressOf={addressOf} />
        </div>
        {parts.map((part) =>
          typeof part === 'string' ? (
            <Prose markdown={part} title={title} addressOf={addressOf} />
          ) : (
            <ExampleTable example={workExample(part, method)} words={wordsOf(language)} />
          ),
        )}
      </article>
      <p class="quiet">{words.t('method.examplesNote')}</p>
      {next !== undefined && (
        <p>
          {words.t('method.next')}{' '}
          <a href={words.to('method', next.code)} lang={next.language ?? sourceLanguage}>
            {next.title}
          </a>
        </p>
      )}
    </Layout>
  );
}
