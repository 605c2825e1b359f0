import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { LogDetail } from './log-detail.js';

const LEVELS: Readonly<Record<LogDetail, LogLevel[]>> = {
  off: [],
  error: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};
const FRAMEWORK = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);
/** Keys, whole tokens, and e-mail addresses: should one get into a line, it does not get out. */
const SECRETS = /\biww_[\w-]{8,}|[^\s"'<>@]+@[^\s"'<>@]+\.[a-z]{2,}/gi;

/** Writes the log: one JSON object a line, on standard output. */
export class LogLines extends ConsoleLogger {
  constructor(private readonly detail: LogDetail) {
    super({ json: true, colors: false, compact: true, logLevels: LEVELS[detail] });
  }

  protected override printAsJson(
    message: unknown,
    options: Parameters<ConsoleLogger['printAsJson']>[1] & {
      readonly errorStack?: unknown;
      readonly error?: Error;
      readonly params?: Readonly<Record<string, unknown>>;
    },
  ): void {
    const { context, logLevel, errorStack, error, params } = options;
    if (FRAMEWORK.has(context) && logLevel === 'log' && this.detail !== 'debug') return;
    const line = {
      time: new Date().toISOString(),
      level: logLevel === 'log' ? 'info' : logLevel,
      context,
      message: textOf(message),
      ...params,
      stack: errorStack ?? error?.stack,
    };
    process.stdout.write(`${JSON.stringify(line).replaceAll(SECRETS, '[not logged]')}\n`);
  }
}

function textOf(message: unknown): string {
  if (message instanceof Error) return message.message;
  return typeof message === 'string' ? message : JSON.stringify(message);
}
