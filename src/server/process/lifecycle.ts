interface LifecycleLog {
  info(message: string): void;
  error(fields: object, message: string): void;
}

export interface Lifecycle {
  /** What is to be ended. The last that was begun ends first. */
  onStop(name: string, end: () => Promise<void> | void): void;
  /** Ends everything, once, and then the process. */
  stop(reason: string, exitCode?: number): Promise<void>;
  /** From now on this logger is used, as the server's own exists only later. */
  logTo(log: LifecycleLog): void;
}

interface LifecycleOptions {
  log: LifecycleLog;
  /**
   * Started by npm: then the process ends with its parent, and nothing is left running. What the terminal sends to both of
   * them npm passes on, so that it comes twice: a signal right after the first is the same one.
   */
  underNpm: boolean;
  /** Milliseconds after which what has not ended is left behind. */
  patience?: number;
}

const echoMilliseconds = 500;

/** Ends the process in order on SIGINT, SIGTERM and SIGHUP; a second signal ends it at once. */
export function startLifecycle(options: LifecycleOptions): Lifecycle {
  let log = options.log;
  const ends: { name: string; end: () => Promise<void> | void }[] = [];
  let stopping: Promise<void> | null = null;

  async function endAll(): Promise<number> {
    let failed = 0;
    for (const { name, end } of ends.toReversed()) {
      try {
        await end();
      } catch (error) {
        failed = 1;
        log.error({ err: error }, `${name} did not end well`);
      }
    }
    return failed;
  }

  function stop(reason: string, exitCode = 0): Promise<void> {
    stopping ??= (async () => {
      log.info(`Stopping: ${reason}`);
      setTimeout(() => {
        log.error({}, 'Something does not end; leaving it behind');
        process.exit(1);
      }, options.patience ?? 25_000).unref();
      const failed = await endAll();
      process.exit(exitCode || failed);
    })();
    return stopping;
  }

  let signalled: number | null = null;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const now = performance.now();
      const echo = options.underNpm && signalled !== null && now - signalled < echoMilliseconds;
      if (echo) return;
      if (stopping) process.exit(130);
      signalled = now;
      void stop(signal);
    });
  }
  // Node itself would print the whole error, with what people wrote in it.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error({ err: error }, event);
      void stop(event, 1);
    });
  }
  if (options.underNpm) endWithParent(() => void stop('npm has ended'));

  return {
    onStop: (name, end) => void ends.push({ name, end }),
    stop,
    logTo: (next) => void (log = next),
  };
}

/** A killed npm tells nobody; its children only get another parent. */
function endWithParent(end: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}
