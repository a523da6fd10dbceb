import type { Writable } from 'node:stream';
import {
  AbstractMessageWriter,
  type Message,
  type MessageWriter,
} from 'vscode-languageserver/node';

/**
 * Hands each message on at once and in one piece. The library's own writer waits for another turn of the
 * event loop first, and writes the head of a message before its body: two system calls, and a client that
 * wakes up for a head.
 */
export class PromptWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #output: Writable;
  #errors = 0;

  /** @param output to which nobody else writes */
  constructor(output: Writable) {
    super();
    this.#output = output;
    output.on('error', (error) => {
      this.fireError(error);
    });
    output.on('close', () => {
      this.fireClose();
    });
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const whole = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((resolve, reject) => {
      this.#output.write(whole, (error) => {
        if (error instanceof Error) {
          this.fireError(error, message, ++this.#errors);
          reject(error);
        } else resolve();
      });
    });
  }

  end(): void {
    this.#output.end();
  }
}
