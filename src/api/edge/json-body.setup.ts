import type { FastifyInstance } from 'fastify';
import { Problem } from '../../platform/problem.js';
import { jsonFault } from './json-fault.js';

/**
 * Reads JSON bodies, and tells where one is not JSON. No body is none, whatever its type says.
 * @param mostBytes larger ones are refused
 */
export function setUpJsonBodies(server: FastifyInstance, mostBytes: number): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: mostBytes },
    (request, body, done) => {
      const text = String(body);
      if (text === '') {
        done(null, undefined);
        return;
      }
      void parse(request, text, (error, value) => {
        if (error === null) done(null, value);
        else done(malformed(text));
      });
    },
  );
}

/** What is well-formed and was not read has names that every object has of its own accord. */
function malformed(text: string): Problem {
  const fault = jsonFault(text);
  if (fault === undefined) return new Problem('malformed_request', 400);
  const { line, character, found } = fault;
  return new Problem('malformed_request', 400, {}, [
    { code: 'malformed_json', row: line, value: found, params: { line, character } },
  ]);
}
