/** Reads the first field of this name, without case; null: there is none. Events of one kind spell their names alike. */
export function fieldReader(wanted: string): (fields: ReadonlyMap<string, string>) => string | null {
  const lower = wanted.toLowerCase();
  let spelling = wanted;
  return (fields) => {
    for (const [name, value] of fields) {
      if (name !== spelling && name.toLowerCase() !== lower) continue;
      spelling = name;
      return value;
    }
    return null;
  };
}
