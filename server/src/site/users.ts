import { distance, likelySlips, nearest } from '../kirby/text/near.ts';
import { asciiLower } from '../kirby/text/php.ts';
import { isEmail } from '../kirby/validate/email.ts';
import { phpValueAt, readPhp } from './php/literal.ts';
import type { Site, UserEntry, UserResolution, Users } from './site.ts';
import { partPath } from './site-parts.ts';
import { joinPath, type SitePath } from './site-path.ts';
import type { SiteRoots } from './site-roots.ts';

/** The folder of an account, `accounts/x7SkMu9j/`, whose name is the id (`Kirby\Cms\Users::load()`). */
const accountFolder = /^accounts\/([A-Za-z0-9_-]+)\/$/;

/**
 * The accounts of a site. Passwords stand in another file, which is never read.
 *
 * @param parts texts by `sitePart()`, and folders with a slash at their end
 * @returns `undefined` where there is no account: they are kept out of most repositories
 */
export function readUsers(parts: ReadonlyMap<string, string>, roots: SiteRoots): Users | undefined {
  const users = new Map<string, UserEntry>();
  for (const part of parts.keys()) {
    const id = accountFolder.exec(part)?.[1];
    if (id === undefined) continue;
    const script = `${part}index.php`;
    const source = parts.get(script);
    const account = source === undefined ? undefined : readPhp(source, `/site/${part}`).returned;
    const textAt = (key: string): string | undefined => {
      const value = phpValueAt(account, key);
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    users.set(id, {
      kind: 'user',
      id,
      name: textAt('name'),
      email: textAt('email'),
      role: textAt('role'),
      path: source === undefined ? undefined : partPath(script, roots),
      folder: partPath(`accounts/${id}`, roots),
    });
  }
  return users.size === 0 ? undefined : users;
}

/**
 * A user as `toUsers()` finds one: `user://…`, an id or an address (`Kirby\Cms\Users::findByKey()`).
 * Ids are found in lower case as well.
 */
export function findUser(users: Users | undefined, reference: string): UserResolution {
  if (users === undefined) return { status: 'unknown' };
  const key = reference.replace(schemes, '');
  const isAddress = key === reference && isEmail(key);
  const user = isAddress ? withAddress(users, key) : (users.get(key) ?? users.get(asciiLower(key)));
  if (user !== undefined) return { status: 'found', user };
  const isKnown = !isAddress || [...users.values()].every(({ email }) => email !== undefined);
  if (!isKnown) return { status: 'unknown' };
  return {
    status: 'missing',
    get near() {
      return nearUsers(users, key);
    },
  };
}

/**
 * The user that a reference stands for. Where no account is there, a user is known by the id alone, and
 * what has the same id is the same user; of an address nothing is known then.
 */
export function userNamed(site: Site, reference: string): UserEntry | undefined {
  const found = site.resolveUser(reference);
  if (found.status === 'found') return found.user;
  if (site.users !== undefined) return undefined;
  const id = reference.replace(schemes, '');
  return userId.test(id) ? userWithId(site, id) : undefined;
}

/** An account by its id, or, where none is there, what its id alone says. */
export function userWithId({ users }: Site, id: string): UserEntry | undefined {
  if (users !== undefined) return users.get(id);
  const nothing = { name: undefined, email: undefined, role: undefined };
  return { kind: 'user', id, ...nothing, path: undefined, folder: undefined };
}

/** Where the content of users stands, if there is any, in all languages. */
export function usersContent({ users, options }: Site): readonly SitePath[] {
  const { languages, contentExtension } = options;
  const names = languages.length === 0 ? ['user'] : languages.map((code) => `user.${code}`);
  return [...(users?.values() ?? [])].flatMap(({ folder }) =>
    folder === undefined
      ? []
      : names.map((name) => joinPath(folder, `${name}.${contentExtension}`)),
  );
}

const schemes = /^(?:user:\/\/|@)/;
const userId = /^[A-Za-z0-9_-]+$/;

function withAddress(users: Users, address: string): UserEntry | undefined {
  const wanted = address.toLowerCase();
  return [...users.values()].find(({ email }) => email?.toLowerCase() === wanted);
}

function nearUsers(users: Users, key: string): readonly UserEntry[] {
  const wanted = asciiLower(key);
  return nearest(users.values(), ({ id, email, name }) => {
    const ranks = [id, email, name].flatMap((known) =>
      known === undefined ? [] : (distance(wanted, asciiLower(known), likelySlips(wanted)) ?? []),
    );
    return ranks.length === 0 ? undefined : Math.min(...ranks);
  });
}
