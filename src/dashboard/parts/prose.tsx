import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import type { ComponentChildren, JSX } from 'preact';
import { OutwardLink } from './outward-link.js';

export interface ProseProps {
  readonly markdown: string;
  /** Names tables that stand before the first heading. */
  readonly title: string;
  /** Where a link to another text leads: its address, or undefined where there is none. */
  readonly addressOf: (href: string) => string | undefined;
}

type AddressOf = ProseProps['addressOf'];

/**
 * A text in Markdown, as elements: nothing in it becomes HTML by itself. What looks like HTML is shown as it is
 * written, links lead to our own texts or outward, pictures are not taken.
 */
export function Prose({ markdown, title, addressOf }: ProseProps): JSX.Element {
  let heading = title;
  return (
    <>
      {tokensOf(lexer(markdown)).map((token) => {
        if (token.type === 'heading') heading = plain(token.tokens);
        return block(token, heading, addressOf);
      })}
    </>
  );
}

function block(token: MarkedToken, heading: string, addressOf: AddressOf): ComponentChildren {
  const inlines = (tokens: Token[] | undefined): ComponentChildren => inline(tokens, addressOf);
  switch (token.type) {
    case 'heading':
      return token.depth <= 2 ? <h2>{inlines(token.tokens)}</h2> : <h3>{inlines(token.tokens)}</h3>;
    case 'paragraph':
      return <p>{inlines(token.tokens)}</p>;
    case 'text':
      return token.tokens === undefined ? token.text : inlines(token.tokens);
    case 'code':
      return (
        <pre class="formula">
          <code>
            {token.text
              .trimEnd()
              .split('\n')
              .map((line) => (
                <span>{line}</span>
              ))}
          </code>
        </pre>
      );
    case 'list': {
      const items = token.items.map(({ tokens }) => (
        <li>{tokensOf(tokens).map((own) => block(own, heading, addressOf))}</li>
      ));
      return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <Table token={token} heading={heading} addressOf={addressOf} />;
    case 'blockquote':
      return <blockquote>{tokensOf(token.tokens).map((own) => block(own, heading, addressOf))}</blockquote>;
    case 'space':
    case 'hr':
    case 'def':
      return undefined;
    default:
      return <p>{token.raw}</p>;
  }
}

function Table({
  token,
  heading,
  addressOf,
}: {
  readonly token: Tokens.Table;
  readonly heading: string;
  readonly addressOf: AddressOf;
}): JSX.Element {
  const classOf = ({ align }: Tokens.TableCell): string | undefined =>
    align === 'right' ? 'number' : undefined;
  return (
    <table>
      <caption class="unseen">{heading}</caption>
      <thead>
        <tr>
          {token.header.map((cell) => (
            <th scope="col" class={classOf(cell)}>
              {inline(cell.tokens, addressOf)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {token.rows.map((row) => (
          <tr>
            {row.map((cell, i) =>
              i === 0 ? (
                <th scope="row">{inline(cell.tokens, addressOf)}</th>
              ) : (
                <td class={classOf(cell)}>{inline(cell.tokens, addressOf)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inline(tokens: Token[] | undefined, addressOf: AddressOf): ComponentChildren {
  return tokensOf(tokens).map((token) => {
    const within = 'tokens' in token ? inline(token.tokens, addressOf) : undefined;
    switch (token.type) {
      case 'strong':
        return <strong>{within}</strong>;
      case 'em':
        return <em>{within}</em>;
      case 'codespan':
        return <code>{token.text}</code>;
      case 'br':
        return <br />;
      case 'text':
      case 'escape':
        return token.text;
      case 'link': {
        const own = addressOf(token.href);
        return own === undefined ? (
          <OutwardLink href={token.href} instead={within}>
            {within}
          </OutwardLink>
        ) : (
          <a href={own}>{within}</a>
        );
      }
      default:
        return token.raw;
    }
  });
}

function plain(tokens: Token[]): string {
  return tokensOf(tokens)
    .map((token) => ('text' in token ? token.text : ''))
    .join('');
}

/** We add no kinds of tokens of our own. */
function tokensOf(tokens: Token[] = []): readonly MarkedToken[] {
  return tokens as MarkedToken[];
}
