import type { JSX } from 'preact';
import type { Words } from '../words.js';

/** What went wrong with the service itself, without anything that needs the data; leads on nevertheless. */
export function BareProblemPage({
  words,
  stylesheet,
  title,
  detail,
  again,
  request,
}: {
  readonly words: Words;
  readonly stylesheet: string | undefined;
  readonly title: string;
  readonly detail: string;
  /** Address to try once more; none when what was asked must not be sent twice. */
  readonly again: string | undefined;
  /** Id that leads the operators to it; none where there is nothing to find. */
  readonly request: string | undefined;
}): JSX.Element {
  return (
    <html lang={words.language} dir={words.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – ${words.t('site.name')}`}</title>
        {stylesheet !== undefined && <link rel="stylesheet" href={stylesheet} />}
      </head>
      <body>
        <main id="main">
          <h1>{title}</h1>
          <p class="lede">{detail}</p>
          {request !== undefined && (
            <p>
              {words.t('problem.page.request')} <code>{request}</code>
            </p>
          )}
          <ul>
            {again !== undefined && (
              <li>
                <a href={again}>{words.t('problem.page.again')}</a>
              </li>
            )}
            <li>
              <a href={words.to()}>{words.t('problem.page.home')}</a>
            </li>
          </ul>
        </main>
      </body>
    </html>
  );
}
