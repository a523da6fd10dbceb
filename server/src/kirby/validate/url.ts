/**
 * Whether a text is an address for Kirby's `url` validator (`Kirby\Toolkit\V::url()`): a scheme or
 * none, `//`, a host of the public internet or `localhost`, a port of two digits or more, and a rest
 * without blanks.
 */
export function isUrl(text: string): boolean {
  const start = /^(?:(?:https?|ftp):)?\/\//i.exec(text)?.[0].length;
  if (start === undefined) return false;
  const rest = text.slice(start);
  if (isHostAndRest(rest)) return true;
  // What stands before an `@` is a name and a password, blanks excepted.
  const first = rest.indexOf('@');
  if (first < 1 || /\s/.test(rest.slice(0, first))) return false;
  return (
    isHostAndRest(rest.slice(first + 1)) || isHostAndRest(rest.slice(rest.lastIndexOf('@') + 1))
  );
}

function isHostAndRest(text: string): boolean {
  const host = /^([^\s:/?#@]+)(?::\d{2,5})?(?:[/?#]\S*)?$/.exec(text)?.[1];
  return host !== undefined && isHost(host);
}

function isHost(host: string): boolean {
  if (/^localhost$/i.test(host)) return true;
  if (/^\d+(?:\.\d+){3}$/.test(host)) return isPublicAddress(host.split('.').map(Number));
  const labels = host.replace(/\.$/, '').split('.');
  const last = labels.at(-1) ?? '';
  return labels.length > 1 && labels.every(isLabel) && /^[a-z\u00a1-\uffff]{2,}$/i.test(last);
}

function isLabel(label: string): boolean {
  return /^[a-z\d\u00a1-\uffff_-]+$/i.test(label) && !/^[_-]|[_-]$/.test(label);
}

function isPublicAddress([a = 0, b = 0, c = 0, d = 0]: readonly number[]): boolean {
  const isPrivate =
    a === 10 ||
    (a === 169 && b === 254) ||
    (a === 192 && b === 168) ||
    (a === 172 && b >= 16 && b <= 31);
  return !isPrivate && a >= 1 && a <= 223 && b <= 255 && c <= 255 && d >= 1 && d <= 254;
}
