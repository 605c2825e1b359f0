import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { poolOf } from '../postgres/connections.repository.js';
import { DatabaseWatchService } from '../postgres/database-watch.service.js';
import { OpenRequestsService } from './open-requests.service.js';

/** Upper bounds, seconds. */
const DURATIONS = [0.005, 0.02, 0.1, 0.5, 2, 10];

/**
 * What the process measures of itself, for Prometheus. Labels are words of ours and patterns of addresses, never what
 * somebody sent: there are no more of them than there are routes.
 */
@Injectable()
export class MetricsService {
  private readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the head of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATIONS,
    registers: [this.registry],
  });
  private measuresProcess = false;

  constructor(dataSource: DataSource, database: DatabaseWatchService, requests: OpenRequestsService) {
    const { totalCount, idleCount, waitingCount } = POOL_HELP;
    this.gauge('database_up', 'Whether the database answers and is of this version', () =>
      Number(database.state === 'ok'),
    );
    this.gauge('database_pool_connections', totalCount, () => poolOf(dataSource).totalCount);
    this.gauge('database_pool_idle', idleCount, () => poolOf(dataSource).idleCount);
    this.gauge('database_pool_waiting', waitingCount, () => poolOf(dataSource).waitingCount);
    this.gauge('http_requests_open', 'Requests accepted and not yet answered', () => requests.count);
  }

  /** Adds a figure that is read whenever somebody asks; one that is not known at the time is left out. */
  gauge(name: string, help: string, read: () => number | undefined): void {
    new Gauge({
      name: `iww_${name}`,
      help,
      registers: [this.registry],
      collect() {
        const value = read();
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  }

  /** Adds figures by a label, of which the values must be few. */
  gauges(name: string, help: string, label: string, read: () => Readonly<Record<string, number>>): void {
    new Gauge({
      name: `iww_${name}`,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const [word, value] of Object.entries(read())) this.set({ [label]: word }, value);
      },
    });
  }

  /** @param route pattern of the address; absent: none of ours */
  answered(method: string, route: string | undefined, status: number, seconds: number): void {
    this.durations.observe({ method, route: route ?? 'none', status }, seconds);
  }

  /** All figures as text. */
  async text(): Promise<string> {
    if (!this.measuresProcess) collectDefaultMetrics({ register: this.registry });
    this.measuresProcess = true;
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}

const POOL_HELP = {
  totalCount: 'Connections to the database',
  idleCount: 'Connections to the database that nothing uses',
  waitingCount: 'Pieces of work that wait for a connection to the database',
};
