import type { Readable } from 'node:stream';
import type { Suffix } from './media.js';

/** A body to send: an object is written as JSON. */
export type Body = object | string | Buffer | Readable;

/** What a handler of a public read gives back: one maker for each form it offers; only the asked one is called. */
export type Representation = Readonly<Partial<Record<Suffix, () => Body | Promise<Body>>>>;
