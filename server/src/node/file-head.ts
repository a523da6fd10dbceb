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
    const facts = await handle.stat();
    if (!facts.isFile()) return undefined;
    const buffer = new Uint8Array(Math.min(facts.size, HEAD_BYTES));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return { size: facts.size, bytes: buffer.subarray(0, bytesRead) };
  } finally {
    await handle.close();
  }
}
