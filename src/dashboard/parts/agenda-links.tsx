import type { JSX } from 'preact';
import type { AgendaKind } from '../../catalogue/views.js';
import { NODE_SECTIONS } from '../node-sections.js';
import type { Words } from '../words.js';

interface AgendaLinksProps {
  /** Those that the catalogue has views of. */
  readonly agendas: readonly AgendaKind[];
  readonly words: Words;
}

/** Where the same scores are told by the agendas beside the framework; nothing without such an agenda. */
export function AgendaLinks({ agendas, words }: AgendaLinksProps): JSX.Element | null {
  if (agendas.length === 0) return null;
  return (
    <>
      <h2>{words.t('views.elsewhere')}</h2>
      <p>{words.t('views.elsewhereSays')}</p>
      <ul class="plain">
        {agendas.map((kind) => (
          <li key={kind}>
            <a href={words.to(NODE_SECTIONS[kind])}>{words.t(`views.${kind}.title`)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
