const label = String.raw`[a-z0-9\u00a1-\uffff]+(?:-[a-z0-9\u00a1-\uffff]+)*`;
const number = '(?:1?[0-9]{1,2}|2[0-4][0-9]|25[0-5])';
const privateNetwork = String.raw`(?!10\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2[0-9]|3[01])\.)`;
const network = String.raw`${privateNetwork}(?:[1-9][0-9]?|1[0-9]{2}|2[01][0-9]|22[0-3])(?:\.${number}){2}\.(?:[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-4])`;
const host = String.raw`(?:${network}|localhost|${label}(?:\.${label})*\.[a-z\u00a1-\uffff]{2,})`;
const afterUser = new RegExp(String.raw`^${host}(?::[0-9]{2,5})?(?:/\S*)?$`, 'iu');

/**
 * `V::url()`: an address of the web with a host of the public net. Kirby's pattern takes forever on
 * some hosts; this one looks at each part once.
 */
export function isWebAddress(text: string): boolean {
  const rest = /^(?:https?|ftp):\/\/(\S+)$/iu.exec(text)?.[1];
  if (rest === undefined) return false;
  if (afterUser.test(rest)) return true;
  const at = rest.indexOf('@');
  return at > 0 && afterUser.test(rest.slice(at + 1));
}

/**
 * `Url::short()`: an address without scheme, user, port, query, fragment, `www.` and the slash at its
 * end. Parts of the path with a colon are parameters to Kirby and come last.
 */
export function shortAddress(address: string): string {
  const [, host = '', path = ''] =
    /^[^:]+:\/\/(?:[^/?#]*@)?([^/?#:]*)(?::\d*)?([^?#]*)/.exec(address) ?? [];
  const parts = path.split('/').filter((part) => part !== '');
  const ordered = [
    ...parts.filter((part) => !part.includes(':')),
    ...parts.filter((part) => part.includes(':')),
  ];
  return [host, ...ordered].join('/').replaceAll('www.', '');
}
