/** The beginning of an event in three patterns; the time stands between the first two. */
export interface QuickPatterns {
  readonly quote: string;
  /** From `<System>` to the quote before the time; captures provider, EventSourceName, id, level and keywords. */
  readonly head: RegExp;
  /** From the quote behind the time to the channel; captures the record number. */
  readonly middle: RegExp;
  /** Channel and computer, and both captured. */
  readonly tail: RegExp;
}

/**
 * `System` as Windows and nearly every tool writes it: in the order of the schema, with plain attributes in one kind of quotes, and no reference,
 * comment or CDATA in what is read. Every run of blanks ends at a `<` and every value at what it may not hold, so the match is linear.
 */
export function quickPatterns(quote: string): QuickPatterns {
  const plain = String.raw`[^<&\r\n]*`;
  const quoted = String.raw`${quote}([^${quote}<&\r\n]*)${quote}`;
  const attribute = (name: string, value: string): string => `(?: ${name}=${quote}${value}${quote})?`;
  const element = (name: string, value: string): string => String.raw`(?:<${name}>${value}</${name}>\s*)?`;
  const mayBeEmpty = (name: string): string => String.raw`(?:<${name}>(${plain})</${name}>\s*|<${name} ?/>\s*)?`;
  const ignored = (name: string): string => String.raw`(?:<${name}(?: [^<>&]*|/)?>\s*)?(?:</${name}>\s*)?`;
  const head = [
    String.raw`[\s-]*<System>[\s-]*<Provider Name=${quoted}${attribute('Guid', `[^${quote}<&]*`)}`,
    String.raw`(?: EventSourceName=${quoted})? ?/?>\s*(?:</Provider>\s*)?`,
    String.raw`<EventID${attribute('Qualifiers', String.raw`\d*`)}>(\d{1,10})</EventID>\s*`,
    element('Version', String.raw`\d*`),
    element('Level', String.raw`(\d)`),
    element('Task', String.raw`\d*`),
    element('Opcode', String.raw`\d*`),
    element('Keywords', '(0x[0-9A-Fa-f]{1,16})'),
    `<TimeCreated SystemTime=${quote}`,
  ];
  const middle = [
    String.raw`${quote} ?/?>\s*(?:</TimeCreated>\s*)?`,
    element('EventRecordID', String.raw`(\d{1,15})`),
    ignored('Correlation'),
    ignored('Execution'),
  ];
  const tail = [mayBeEmpty('Channel'), mayBeEmpty('Computer'), '(?=<Security|</System>)'];
  const pattern = (parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'y');
  return { quote, head: pattern(head), middle: pattern(middle), tail: pattern(tail) };
}
