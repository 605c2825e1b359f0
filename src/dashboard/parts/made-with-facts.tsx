import type { JSX } from 'preact';
import type { MadeWith } from '../../reports/explanation.js';
import type { Words } from '../words.js';

/** What somebody needs to compute a score again and compare. */
export function MadeWithFacts({
  words,
  madeWith,
}: {
  readonly words: Words;
  readonly madeWith: MadeWith;
}): JSX.Element {
  const facts = [
    ['method', madeWith.methodVersion],
    ['revision', String(madeWith.dataRevision)],
    ['catalogue', String(madeWith.catalogueVersion)],
    ['config', madeWith.configHash],
    ['dataset', madeWith.datasetHash],
    ['seed', String(madeWith.seed)],
    ['build', madeWith.build],
  ] as const;
  return (
    <details>
      <summary>{words.t('explanation.madeWith')}</summary>
      <dl class="pairs">
        {facts.map(([name, value]) => (
          <>
            <dt key={name}>{words.t(`explanation.madeWith.${name}`)}</dt>
            <dd class="code" dir="ltr">
              {value}
            </dd>
          </>
        ))}
      </dl>
      <p>
        <a href={words.to('method', 'explanation')}>{words.t('explanation.rules')}</a>
      </p>
    </details>
  );
}
