import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { StreamMessageWriter } from 'vscode-languageserver/node';
import { wholeMessages } from '../../server/src/node/whole-messages.ts';

test('head and body of a message leave together, and nothing is lost', async () => {
  const output = new PassThrough();
  const chunks: string[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const writer = new StreamMessageWriter(wholeMessages(output));
  const messages = ['é', 'x'.repeat(100_000), '\r\n\r\n'].map((method) => ({
    jsonrpc: '2.0',
    method,
  }));
  for (const message of messages) await writer.write(message);
  expect(chunks).toEqual(
    messages.map((message) => {
      const body = JSON.stringify(message);
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    }),
  );
});
