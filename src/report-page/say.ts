/** Told to who cannot see what happened. */
export function say(sentence: string): void {
  const said = document.getElementById('said');
  if (said !== null) said.textContent = sentence;
}
