import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { isMailAddress } from './mail-address.js';
import { Refusal } from './refusal.js';

/** Who runs this installation, as told to its readers. Each part is `undefined` where nothing is set. */
export interface Operator {
  readonly name: string | undefined;
  /** Web address of the operator. */
  readonly url: string | undefined;
  /** What the operator says of the independence of the service, or declines. */
  readonly disclaimer: string | undefined;
  /** Where people report barriers and breaches of the code of conduct, as a URI: https or mailto. */
  readonly contact: string | undefined;
  /** Absolute path of a logo, SVG or PNG. */
  readonly logo: string | undefined;
}

export const OPERATOR_NAMES = [
  'IWW_OPERATOR_NAME',
  'IWW_OPERATOR_URL',
  'IWW_OPERATOR_DISCLAIMER',
  'IWW_OPERATOR_LOGO',
  'IWW_CONTACT',
] as const;
type Name = (typeof OPERATOR_NAMES)[number];

/**
 * @param valueOf the value of a setting, `undefined` where there is none
 * @param root directory that a relative path of the logo starts from
 * @throws Refusal naming the setting
 */
export function readOperator(valueOf: (name: Name) => string | undefined, root: string): Operator {
  const text = (name: Name, most: number): string | undefined => {
    const value = valueOf(name);
    if (value === undefined || value.length <= most) return value;
    throw new Refusal(
      `${name} has ${String(value.length)} characters: it must be a text of at most ${String(most)}.`,
    );
  };
  return {
    name: text('IWW_OPERATOR_NAME', 120),
    url: readAddress(valueOf('IWW_OPERATOR_URL')),
    disclaimer: text('IWW_OPERATOR_DISCLAIMER', 1_000),
    contact: readContact(valueOf('IWW_CONTACT')),
    logo: readLogo(valueOf('IWW_OPERATOR_LOGO'), root),
  };
}

function readAddress(value: string | undefined): string | undefined {
  if (value === undefined || isWebAddress(value)) return value;
  throw new Refusal(`IWW_OPERATOR_URL is "${value}": it must be an address such as https://example.org.`);
}

function readContact(value: string | undefined): string | undefined {
  if (value === undefined || isWebAddress(value)) return value;
  const mail = value.replace(/^mailto:/, '');
  if (isMailAddress(mail)) return `mailto:${mail}`;
  throw new Refusal(
    `IWW_CONTACT is "${value}": it must be an address such as help@example.org or https://example.org/contact.`,
  );
}

function readLogo(value: string | undefined, root: string): string | undefined {
  if (value === undefined) return undefined;
  const path = resolve(root, value);
  if (['.svg', '.png'].includes(extname(path)) && existsSync(path)) return path;
  throw new Refusal(`IWW_OPERATOR_LOGO is "${value}": it must be the path of a file .svg or .png.`);
}

function isWebAddress(value: string): boolean {
  return /^https?:[^\s]+$/.test(value) && URL.canParse(value);
}
