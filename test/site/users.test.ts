import { describe, expect, test } from 'vitest';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';
import { liveSiteFrom, siteFrom } from '../support/site.ts';

const ada = "<?php return ['email' => 'ada@example.com', 'name' => 'Ada', 'role' => 'admin'];";

describe('the accounts of a site', () => {
  test('are known by their folders, with what is literal', async () => {
    const site = await siteFrom({
      'content/site.txt': '',
      'site/accounts/adaAda01/index.php': ada,
      'site/accounts/adaAda01/.htpasswd': 'secret',
      'site/accounts/other001/index.php':
        "<?php return ['email' => getenv('MAIL'), 'role' => 'x'];",
      'site/accounts/.logins': '{}',
      'site/accounts/index.html': '',
    });
    expect([...(site.users?.values() ?? [])]).toEqual([
      {
        kind: 'user',
        id: 'adaAda01',
        name: 'Ada',
        email: 'ada@example.com',
        role: 'admin',
        path: 'site/accounts/adaAda01/index.php',
        folder: 'site/accounts/adaAda01',
      },
      {
        kind: 'user',
        id: 'other001',
        name: undefined,
        email: undefined,
        role: 'x',
        path: 'site/accounts/other001/index.php',
        folder: 'site/accounts/other001',
      },
    ]);
  });

  test('may be kept elsewhere', async () => {
    const roots = {
      ...defaultRoots(sitePath('content'), sitePath('site')),
      accounts: sitePath('storage/accounts'),
    };
    const site = await siteFrom(
      { 'content/site.txt': '', 'storage/accounts/adaAda01/index.php': ada },
      { roots },
    );
    expect(site.resolveUser('user://adaAda01')).toMatchObject({
      status: 'found',
      user: { path: 'storage/accounts/adaAda01/index.php' },
    });
  });

  test('are read anew when one comes or goes, and not for a login', async () => {
    const { live, disk } = await liveSiteFrom({
      'content/site.txt': '',
      'site/accounts/adaAda01/index.php': ada,
    });
    const change = async (path: string, text: string | undefined): Promise<void> => {
      if (text === undefined) disk.remove(path);
      else disk.write(path, text);
      await live.changed([sitePath(path)]);
    };
    const { revision } = live.site;
    await change('site/accounts/.logins', '{}');
    await change('site/accounts/adaAda01/.htpasswd', 'secret');
    expect(live.site.revision).toBe(revision);
    await change('site/accounts/other001/index.php', ada);
    expect([...(live.site.users?.keys() ?? [])]).toEqual(['adaAda01', 'other001']);
    await change('site/accounts/other001', undefined);
    expect([...(live.site.users?.keys() ?? [])]).toEqual(['adaAda01']);
    await change('site/accounts', undefined);
    expect(live.site.users).toBeUndefined();
  });
});
