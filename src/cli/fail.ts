/** The exit statuses, and errors that end the command with one plain line. */

export const EXIT = { done: 0, findings: 1, usage: 2, papers: 3, output: 4, interrupted: 130 } as const;

/** The command cannot go on: the message goes to standard error, the status to the shell. */
export class CommandError extends Error {
  constructor(readonly status: number, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'CommandError';
  }
}
