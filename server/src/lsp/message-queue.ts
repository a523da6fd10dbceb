import type { MessageStrategy } from 'vscode-languageserver';

/** A connection handles one message in each turn of the event loop; this watches it do so. */
export interface MessageQueue {
  /** For the options of `createConnection`. */
  readonly messageStrategy: MessageStrategy;
  /** Runs a callback once the messages that wait have been handled. */
  readonly defer: (callback: () => void) => void;
}

/** A client that never stops sending is answered all the same, after so many pauses. */
const MOST_PAUSES = 100;

/** @param later runs a callback in a later turn of the event loop, after one waiting message */
export function messageQueue(later: (callback: () => void) => void): MessageQueue {
  let handled = 0;
  const defer = (callback: () => void, pauses: number): void => {
    const before = handled;
    // Twice: the message that waits first is handled between the two.
    later(() => {
      later(() => {
        if (handled === before || pauses === 0) callback();
        else defer(callback, pauses - 1);
      });
    });
  };
  return {
    messageStrategy: {
      handleMessage(message, next) {
        handled++;
        return next(message);
      },
    },
    defer: (callback) => {
      defer(callback, MOST_PAUSES);
    },
  };
}
