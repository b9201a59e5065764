const encoded = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');

/** The name of a source as an address (RFC 3986): relative as it was given, otherwise of the scheme `file`, never of another. */
export function sarifUri(name: string): string {
  const [, drive, rest = ''] = /^([A-Za-z]:)(\/.*)$/s.exec(name) ?? [];
  if (drive !== undefined) return `file:///${drive}${encoded(rest)}`;
  if (name.startsWith('//')) return `file:${encoded(name)}`;
  return name.startsWith('/') ? `file://${encoded(name)}` : encoded(name);
}
