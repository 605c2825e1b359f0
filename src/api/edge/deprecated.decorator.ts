import { applyDecorators } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { RouteSays } from './route-says.decorator.js';

/** A route that is on its way out. */
export interface Deprecation {
  /** Day from which it was no longer recommended, e.g. `2027-01-15`. */
  readonly since: string;
  /** Day on which it may be gone: at least a year later. */
  readonly sunset: string;
  /** Address of what takes its place. */
  readonly successor: string;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * The route still answers as before, says with each answer that it ends and what takes its place, and is marked in the
 * description. Stands above the other decorators. Sources: RFC 9745 (Deprecation), RFC 8594 (Sunset), RFC 5829 (link).
 * @throws RangeError for what is no day, or less than a year between the two
 */
export function Deprecated(deprecation: Deprecation): MethodDecorator {
  return applyDecorators(
    RouteSays({ headers: deprecationHeaders(deprecation) }),
    ApiOperation({ deprecated: true }),
  );
}

function deprecationHeaders({ since, sunset, successor }: Deprecation): Readonly<Record<string, string>> {
  const [from, until] = [dayOf(since), dayOf(sunset)];
  const yearLater = new Date(from);
  yearLater.setUTCFullYear(yearLater.getUTCFullYear() + 1);
  if (until < yearLater) throw new RangeError(`From ${since} to ${sunset} is less than a year`);
  return {
    deprecation: `@${String(from.getTime() / 1_000)}`,
    sunset: until.toUTCString(),
    link: `<${successor}>; rel="successor-version"`,
  };
}

function dayOf(text: string): Date {
  const day = new Date(text);
  if (DAY.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return day;
  throw new RangeError(`${text} is no day`);
}
