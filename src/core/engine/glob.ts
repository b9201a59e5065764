/**
 * `*` stands for any run of characters, `?` for one; without case. Two pointers that go back to the last star only: the work is bounded by
 * the product of the lengths, whatever the pattern.
 */
export function matchesGlob(glob: string, text: string): boolean {
  let [g, t, star, resume] = [0, 0, -1, 0];
  while (t < text.length) {
    if (g < glob.length && glob[g] === '*') [star, resume, g] = [g, t, g + 1];
    else if (g < glob.length && (glob[g] === '?' || glob[g] === text[t])) [g, t] = [g + 1, t + 1];
    else if (star >= 0) [g, resume, t] = [star + 1, resume + 1, resume + 1];
    else return false;
  }
  while (glob[g] === '*') g += 1;
  return g === glob.length;
}

export const compileGlob = (glob: string): ((text: string) => boolean) => {
  const lower = glob.toLowerCase();
  return (text) => matchesGlob(lower, text.toLowerCase());
};
