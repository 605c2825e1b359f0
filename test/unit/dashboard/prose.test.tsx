import { render } from 'preact-render-to-string';
import { Prose } from '../../../src/dashboard/parts/prose.js';

const html = (markdown: string): string =>
  render(
    <Prose
      markdown={markdown}
      title="Title"
      addressOf={(href) => (href === 'pace.md' ? '/en/method/pace' : undefined)}
    />,
  );

describe('Prose', () => {
  it('writes paragraphs, headings, lists and code', () => {
    expect(html('## A `b`\n\nOne **two** _three_.\n\n- x\n- y\n\n1. z\n\n    p = q < r\n')).toContain(
      '<h2>A <code>b</code></h2><p>One <strong>two</strong> <em>three</em>.</p><ul><li>x</li><li>y</li></ul>',
    );
    expect(html('Text\n\n    p = q < r\n    s\n')).toContain(
      '<pre class="formula"><code><span>p = q &lt; r</span><span>s</span></code></pre>',
    );
  });

  it('names a table after the heading before it, and heads its rows', () => {
    const table = '| a | b |\n| - | -: |\n| 1 | 2 |\n';
    expect(html(table)).toContain('<caption class="unseen">Title</caption>');
    expect(html(`## Edges\n\n${table}`)).toContain('<caption class="unseen">Edges</caption>');
    expect(html(table)).toContain('<th scope="row">1</th><td class="number">2</td>');
  });

  it('leads to our own texts and outward, and nowhere else', () => {
    expect(html('[p](pace.md)')).toBe('<p><a href="/en/method/pace">p</a></p>');
    expect(html('[o](https://example.org/a)')).toContain('href="https://example.org/a" rel="nofollow');
    expect(html('[j](javascript:alert(1)) [f](file:///etc)')).toBe('<p>j f</p>');
  });

  it('takes no HTML and no picture', () => {
    const hostile =
      '<script>alert(1)</script>\n\nText <b onclick="x">b</b> ![p](https://example.org/p.png)\n';
    expect(html(hostile)).not.toMatch(/<(script|b|img)/);
    expect(html(hostile)).toContain('&lt;script>');
  });
});
