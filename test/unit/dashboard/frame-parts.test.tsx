import { renderToString } from 'preact-render-to-string';
import { readLogo } from '../../../src/dashboard/operator-facts.js';
import { Empty } from '../../../src/dashboard/parts/empty.js';
import { Explained } from '../../../src/dashboard/parts/explained.js';
import { OperatorLine } from '../../../src/dashboard/parts/operator-line.js';
import { terms } from '../../../src/dashboard/terms.js';
import { wordsOf } from '../../../src/dashboard/words.js';

const words = wordsOf('en');

describe('an explained term', () => {
  it('opens its own sentence, also where the term stands twice on a page', () => {
    const html = renderToString(
      <p>
        <Explained words={words} of="level" />{' '}
        <Explained words={words} of="level">
          score
        </Explained>
      </p>,
    );
    const opens = [...html.matchAll(/popovertarget="([^"]+)"/g)].map(([, id]) => id);
    const ids = [...html.matchAll(/ id="([^"]+)" popover/g)].map(([, id]) => id);
    expect(opens).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
    expect(html).toContain('>score</button>');
    expect(html).toContain('href="/en/glossary#level"');
  });

  it('has a name and one sentence or two, for every term', () => {
    for (const term of terms) {
      expect([term, words.has(`term.${term}`), words.has(`term.${term}.says`)]).toEqual([term, true, true]);
      expect(words.t(`term.${term}.says`).length).toBeLessThan(180);
    }
  });
});

describe('the line about the operator', () => {
  it('says of the service that it is independent unless the operator says something else', () => {
    const independent = words.t('footer.independent');
    expect(renderToString(<OperatorLine operator={{}} words={words} />)).toBe(`<p>${independent}</p>`);
    const html = renderToString(
      <OperatorLine
        operator={{ name: 'Example', url: 'https://example.org', disclaimer: 'Not our views.' }}
        words={words}
      />,
    );
    expect(html).toContain('<a href="https://example.org">Example</a>');
    expect(html).toContain('<p dir="auto">Not our views.</p>');
    expect(html).not.toContain(independent);
  });
});

describe('a logo', () => {
  it('is named by its content', () => {
    const logo = readLogo({ logo: 'src/dashboard/icon.svg' });
    expect(logo?.address).toMatch(/^\/operator\/logo-[\da-f]{10}\.svg$/);
    expect(logo?.type).toBe('image/svg+xml');
    expect(readLogo({})).toBeUndefined();
  });
});

describe('an empty place', () => {
  it('says what is missing, why, and the next step', () => {
    expect(
      renderToString(
        <Empty what="No figure." why="Nobody counts it.">
          <a href="/en/contribute">Add one</a>
        </Empty>,
      ),
    ).toBe(
      '<div class="empty"><p>No figure.</p><p class="quiet">Nobody counts it.</p>' +
        '<p><a href="/en/contribute">Add one</a></p></div>',
    );
  });
});
