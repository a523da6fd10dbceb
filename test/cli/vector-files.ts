import { readFileSync } from 'node:fs';

type VectorFile = string | { readonly image: readonly number[] } | { readonly b64: string };

/** The vectors' own site as files: only a `content` folder, of whose images the names will do. */
export function vectorFiles(): Readonly<Record<string, string | Uint8Array>> {
  const text = readFileSync(new URL('../vectors/site.json', import.meta.url), 'utf8');
  const { content } = JSON.parse(text) as {
    readonly content: Readonly<Record<string, VectorFile>>;
  };
  return Object.fromEntries(
    Object.entries(content).map(([path, file]) => [`content/${path}`, contentOf(file)]),
  );
}

function contentOf(file: VectorFile): string | Uint8Array {
  if (typeof file === 'string') return file;
  return 'b64' in file ? Buffer.from(file.b64, 'base64') : '';
}
