import { type FileMentions, identity } from '../site/mentions/find.ts';
import type { Mention, MentionTarget } from '../site/mentions/mentions.ts';
import type { ContentFile, Site } from '../site/site.ts';
import { pathBelow } from '../site/site-roots.ts';
import type { SitePath } from '../site/site-path.ts';
import { ownTarget, targetOfPath } from './references.ts';
import { targetsAt } from './rename/move.ts';

/** A page, a file or a user that mentions lead to no more once something is deleted. */
export interface Loss {
  readonly target: MentionTarget;
  /** Whether only the UUID goes: its name or id goes on leading to it. */
  readonly isOfUuid: boolean;
}

/**
 * What goes with some files and folders: pages and files with all that lies in them, accounts, and with a
 * content file the UUID that it holds. A translation holds none, nor do unsaved changes.
 */
export function lossesWith(site: Site, paths: readonly SitePath[]): readonly Loss[] {
  const losses = new Map<string, Loss>();
  const add = (target: MentionTarget, isOfUuid: boolean): void => {
    const key = identity(target);
    // The file itself may be deleted together with its metadata.
    if (losses.get(key)?.isOfUuid !== false) losses.set(key, { target, isOfUuid });
  };
  for (const path of paths) {
    const file = site.contentFile(path);
    const holder = file && uuidHolder(site, file);
    if (holder !== undefined) add(holder, true);
    if (file !== undefined) continue;
    for (const target of targetsAt(site, path)) add(target, false);
    const account = targetOfPath(site, path);
    if (account?.kind === 'user') add(account, false);
  }
  return [...losses.values()];
}

/** Where something that is lost is mentioned, in files that are not deleted with it. */
export function mentionsOfLosses(
  losses: readonly Loss[],
  deleted: readonly SitePath[],
  found: readonly FileMentions[],
): readonly FileMentions[] {
  const known = new Map(losses.map((loss) => [identity(loss.target), loss]));
  const isLost = ({ target, form }: Mention): boolean =>
    form !== 'name' || known.get(identity(target))?.isOfUuid === false;
  return found.flatMap(({ file, document, mentions }) => {
    const { path } = file;
    const isGone = deleted.some((one) => one === path || pathBelow(one, path) !== undefined);
    const lost = isGone ? [] : mentions.filter(isLost);
    return lost.length === 0 ? [] : [{ file, document, mentions: lost }];
  });
}

/** The page or file whose UUID stands in a content file. */
function uuidHolder(
  site: Site,
  { path, model, isChanges }: ContentFile,
): MentionTarget | undefined {
  const target = isChanges ? undefined : ownTarget(site, model);
  if (target === undefined || target.kind === 'user' || target.uuid === undefined) return undefined;
  const holding = target.kind === 'page' ? target.contentPath : target.metadata;
  return holding === path ? target : undefined;
}
