import { Reflector } from '@nestjs/core';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyContextConfig } from 'fastify';
import type { Suffix } from './media.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Public reads: forms of the answer, best first. */
    readonly offers?: readonly Suffix[];
    /** Public reads: whether what is answered never changes. */
    readonly frozen?: boolean;
    /** Media types of the answer of all other routes; JSON when absent, whatever is accepted when empty. */
    readonly produces?: readonly string[];
    /** Whether it takes a file as its body, as a stream. */
    readonly takesFile?: boolean;
    /** Headers of every answer. */
    readonly headers?: Readonly<Record<string, string>>;
  }
}

/** What a route says of itself to the web server, beside what it says already. */
export function RouteSays(words: FastifyContextConfig): MethodDecorator {
  return (target, name, descriptor) => {
    const handler = descriptor.value as (() => unknown) | undefined;
    if (handler === undefined) throw new TypeError('A route is a method');
    const said = new Reflector().get<FastifyContextConfig | undefined>(RouteConfig({}).KEY, handler);
    RouteConfig({ ...said, ...words })(target, name, descriptor);
  };
}
