import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { PromptWriter } from '../../server/src/node/prompt-writer.ts';

const messages = ['é', 'x'.repeat(100_000), '\r\n\r\n'].map((method) => ({
  jsonrpc: '2.0',
  method,
}));

test('each message leaves at once and in one piece, in order, and nothing is lost', async () => {
  const chunks: string[] = [];
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk.toString());
      setImmediate(done);
    },
  });
  const writer = new PromptWriter(output);
  const written = messages.map((message) => writer.write(message));
  expect(chunks).toHaveLength(1);
  await Promise.all(written);
  expect(chunks).toEqual(
    messages.map((message) => {
      const body = JSON.stringify(message);
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    }),
  );
});

test('who listens hears of a message that cannot be written, and that the way is closed', async () => {
  const output = new Writable({
    write: (_chunk, _encoding, done) => {
      done(new Error('broken pipe'));
    },
  });
  const writer = new PromptWriter(output);
  const heard: unknown[] = [];
  writer.onError(([error, message, count]) => heard.push([error.message, message, count]));
  const closed = new Promise<void>((resolve) => {
    writer.onClose(resolve);
  });
  const [message] = messages;
  if (message === undefined) throw new Error('There is no message.');
  await expect(writer.write(message)).rejects.toThrow('broken pipe');
  await closed;
  expect(heard).toContainEqual(['broken pipe', message, 1]);
});
