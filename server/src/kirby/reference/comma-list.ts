/** What a field chooses; it decides which forms a bare name may have. */
export type Chosen = 'files' | 'pages' | 'users';

const uuids: Readonly<Record<Chosen, RegExp>> = {
  files: /^file:\/\/[A-Za-z0-9-]+$/,
  pages: /^page:\/\/[A-Za-z0-9-]+$/,
  users: /^user:\/\/[A-Za-z0-9_-]+$/,
};

const names: Readonly<Record<Chosen, RegExp>> = {
  files: /^[A-Za-z0-9_][\w./@-]*\.[A-Za-z0-9]{2,5}$/,
  pages: /^[a-z0-9][a-z0-9_-]*(?:\/[a-z0-9][a-z0-9_-]*)*$/,
  users: /^[A-Za-z0-9_][\w.+-]*(?:@[\w-]+(?:\.[\w-]+)+)?$/,
};

/**
 * The parts of `a, b` where every part has the form of a file, a page or a user; `undefined` for
 * anything else. `Kirby\Data\Yaml::decode()` makes one item of it, which leads nowhere.
 */
export function commaParts(text: string, chosen: Chosen): readonly string[] | undefined {
  if (!text.includes(',')) return undefined;
  const parts = text.split(',').map((part) => part.trim());
  // A comma at the end is a slip of the same kind.
  if (parts.at(-1) === '') parts.pop();
  const areAll = parts.every((part) => uuids[chosen].test(part) || names[chosen].test(part));
  return areAll && parts.length > 0 ? parts : undefined;
}

export function isUuidOf(text: string, chosen: Chosen): boolean {
  return uuids[chosen].test(text);
}
