export interface Route {
  readonly method: string;
  /** As declared, e.g. `/api/v1/areas/:code`. */
  readonly path: string;
}

/** All addresses the web server answers, as it declares them itself. */
export class RouteTable {
  private readonly routes: Route[] = [];
  private readonly patterns = new Map<string, RegExp>();

  add(method: string, path: string): void {
    this.routes.push({ method, path });
    this.patterns.set(path, patternOf(path));
  }

  all(): readonly Route[] {
    return this.routes;
  }

  /** Methods that an address answers to; none when there is no such address. */
  methodsOf(path: string): readonly string[] {
    const methods = this.routes
      .filter((route) => route.path !== '*' && this.patterns.get(route.path)?.test(path))
      .map(({ method }) => method);
    return [...new Set(methods)].sort();
  }
}

/** `:name` stands for one part of an address; a trailing `*` is a catch-all and no address of its own. */
function patternOf(path: string): RegExp {
  if (path.includes('*')) return /$^/;
  const escaped = path.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:\w+/g, '[^/]+');
  return new RegExp(`^${escaped}/?$`);
}
