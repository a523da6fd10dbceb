import { open } from 'node:fs/promises';
import { type FileHead, HEAD_BYTES } from '../site/file-system.ts';

/** The beginning of a file of the disk; `undefined` for what is no file, or not ours to read. */
export async function headOf(file: string): Promise<FileHead | undefined> {
  try {
    return await read(file);
  } catch {
    return undefined;
  }
}

async function read(file: string): Promise<FileHead | undefined> {
  const handle = await open(file, 'r');
  try {
    // At once, because somebody's mouse rests on the file's name.
    const [facts, { buffer, bytesRead }] = await Promise.all([
      handle.stat(),
      handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0),
    ]);
    return facts.isFile() ? { size: facts.size, bytes: buffer.slice(0, bytesRead) } : undefined;
  } finally {
    handle.close().catch(() => undefined);
  }
}
