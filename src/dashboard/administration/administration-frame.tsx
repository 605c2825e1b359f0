import type { ComponentChildren, JSX } from 'preact';
import type { Fault } from '../fault.js';
import { Layout, type Frame } from '../layout.js';
import { FaultNotice } from '../parts/fault-notice.js';
import type { Visitor } from '../visitor.js';
import { hasGlobalRole } from '../../access/actor.js';

const SECTIONS = ['communities', 'claims', 'contributors', 'keys'] as const;
type Section = 'administration' | (typeof SECTIONS)[number] | 'audit';

/** What every page of the administration is made with. */
export interface AdministrationProps {
  readonly frame: Frame;
  readonly visitor: Visitor;
  /** Why what a form asked for was not done. */
  readonly fault?: Fault | undefined;
}

/** Whether somebody may change what these pages show; auditors only look. */
export function mayChange({ actor }: Visitor): boolean {
  return hasGlobalRole(actor, 'administrator');
}

/** The frame of the pages for administrators: the ways between them, the title, what went wrong, and for whom they are. */
export function AdministrationFrame({
  frame,
  visitor,
  fault,
  title,
  section,
  children,
}: AdministrationProps & {
  readonly title: string;
  readonly section: Section;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { words } = frame;
  const current = (name: Section): 'true' | undefined => (name === section ? 'true' : undefined);
  return (
    <Layout frame={frame} title={title} section="contribute">
      <nav class="kicker" aria-label={words.t('administration.navigation')}>
        <a href={words.to('administration')} aria-current={current('administration')}>
          {words.t('administration.title')}
        </a>
        {SECTIONS.map((name) => (
          <span key={name}>
            {' · '}
            <a href={words.to('administration', name)} aria-current={current(name)}>
              {words.t(`administration.${name}`)}
            </a>
          </span>
        ))}
        {' · '}
        <a href={words.to('audit')} aria-current={current('audit')}>
          {words.t('audit.title')}
        </a>
      </nav>
      <h1>{title}</h1>
      <FaultNotice fault={fault} words={words} />
      {!mayChange(visitor) && <p class="note">{words.t('administration.readOnly')}</p>}
      {children}
    </Layout>
  );
}
