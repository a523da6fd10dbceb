/** Where the server says what went wrong inside itself. */
export interface Log {
  error(message: string): void;
}

/**
 * A handler that cannot fail: what it throws is logged with the handler's name, and the editor gets
 * the fallback. One broken feature must not take the others with it.
 */
export function guarded<Parameters, Answer>(
  log: Log,
  name: string,
  handle: (parameters: Parameters) => Answer,
  fallback: Answer,
): (parameters: Parameters) => Answer {
  return (parameters) => {
    try {
      return handle(parameters);
    } catch (error) {
      log.error(`${name} failed: ${describe(error)}`);
      return fallback;
    }
  };
}

/** An unknown thrown thing as text for the log. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
