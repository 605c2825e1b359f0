import type { ComponentChildren } from 'preact';
import type { Framework, Method, NamedKind } from '../catalogue/catalogue.js';
import type { Assets } from './assets.js';
import type { OperatorFacts } from './operator-facts.js';
import type { MomentBannerProps } from './parts/moment-banner.js';
import type { Section } from './sections.js';
import type { Told } from './told.js';
import type { Visitor } from './visitor.js';
import type { Words } from './words.js';

/** What stands around every page. */
export interface Frame {
  readonly words: Words;
  readonly assets: Assets;
  /** What a thing of the catalogue is called in the language of the page; its own name where no other is known. */
  readonly named: (kind: NamedKind, thing: { readonly code: string; readonly name: string }) => string;
  /** A definition, a reason or another text of the catalogue in the language of the page; marked as English where there is none. */
  readonly told: Told;
  /** A text that stands in many places of the catalogue, such as the terms of a publisher, told the same way. */
  readonly phrase: (english: string | undefined) => ComponentChildren;
  /** A unit of the catalogue in the language of the page. */
  readonly unit: (english: string) => string;
  /** What is measured, told in the language of the page. */
  readonly framework: Framework;
  /** By which rules: what pages say of a rule is read from here. */
  readonly method: Method;
  /** Path and query below the language, e.g. `countries/KEN?indicator=UI_NETUSE`; empty for the start page. */
  readonly path: string;
  /** Whether it is the answer to a question that everybody may ask, and so has one address in each language. */
  readonly isPublic?: boolean;
  /** Who runs this installation. */
  readonly operator: OperatorFacts;
  /** Whether readers can be told by mail here. */
  readonly isMailSetUp?: boolean;
  /** Data revision the page was made from. */
  readonly revision: number;
  /** Which state it is of, where that is not the present one. */
  readonly moment?: MomentBannerProps['moment'];
  /** Where readers reach this installation, for addresses that are used elsewhere. */
  readonly base?: string;
  /** Who is signed in, on pages that are theirs. */
  readonly visitor?: Visitor;
}

export interface LayoutProps {
  readonly frame: Frame;
  readonly title: string;
  /** Path below the language of the section it belongs to, for the navigation. */
  readonly section?: Section;
  /** Whether a script on it tells how far something is that goes on. */
  readonly follows?: boolean;
  /** The same content as data, below /api/v1. */
  readonly api?: string;
  /** Whether that also comes as CSV; it does unless said otherwise. */
  readonly csv?: boolean;
  /** Path of the Atom feed about the same. */
  readonly feed?: string;
  /** What is told in its head beside that, such as a `DataRecord`. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}
