import { Writable } from 'node:stream';

const END_OF_HEAD = '\r\n\r\n';

/**
 * A stream that hands messages on in one piece. The library writes the head of a message and waits
 * for it to leave before it writes the body: two system calls, and a client that wakes up for a head.
 */
export function wholeMessages(output: Writable): Writable {
  let head: Buffer | undefined;
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      const whole = head === undefined ? chunk : Buffer.concat([head, chunk]);
      head = undefined;
      // JSON does not end so.
      if (chunk.subarray(-END_OF_HEAD.length).toString('latin1') === END_OF_HEAD) {
        head = whole;
        done();
      } else output.write(whole, done);
    },
  });
}
