/** Kernel versions that belong to one product. From 6.0 on the name has to be read. */
const PRODUCTS: ReadonlyMap<string, string> = new Map([
  ['5.0', 'Windows 2000'],
  ['5.1', 'Windows XP'],
  ['5.2', 'Windows Server 2003'],
]);

/** `NAME SPn build N`, as context probes read it. */
export function osOf(name: string, version: string, rest: string): string {
  const short = version.split('.').slice(0, 2).join('.');
  const plain = name
    .replace(/\((?:R|TM)\)|®|™|\bMicrosoft\b/gi, ' ')
    // The name of the vendor is translated, too.
    .replace(/^.*?\b(?=Windows\b)/i, '')
    .replace(/\b(?:Standard|Enterprise|Datacenter|Professional|Pro|Ultimate|Essentials|Web)\b.*$/i, '')
    .replace(/[\s,]+/g, ' ')
    .trim();
  const pack = /Service Pack (\d{1,2})/i.exec(rest)?.[1] ?? '0';
  return `${plain === '' ? (PRODUCTS.get(short) ?? 'Windows') : plain} SP${pack} build ${version}`;
}
