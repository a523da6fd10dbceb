/**
 * Whether a text may be an address for Kirby's `email` validator: PHP's mail filter, and a second
 * try with the domain in ASCII. Rare forms (a quoted name, an IP address) are taken unseen.
 */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const name = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (at < 1 || text.length > 320) return false;
  if (name.startsWith('"') || domain.startsWith('[')) return true;
  return isName(name) && isDomain(domain);
}

function isName(name: string): boolean {
  return name.length <= 64 && /^[\w!#$%&'*+/=?^`{|}~.-]+$/.test(name) && !/^\.|\.\.|\.$/.test(name);
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  return labels.length > 1 && labels.every(isLabel) && !/^\d/.test(last);
}

/** Letters of other scripts become ASCII; what becomes of them is not looked at. */
function isLabel(label: string): boolean {
  return /^[a-z\d\u0080-\uffff-]{1,63}$/i.test(label) && !/^-|-$/.test(label);
}
