import { say } from './say.ts';

const SHOWN_MS = 1500;

/** Where the clipboard may not be written, the text is selected: one key is left to press. */
function select(element: Element): void {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const code = button.previousElementSibling;
  if (code === null) return;
  const done = await navigator.clipboard?.writeText(code.textContent ?? '').then(
    () => true,
    () => false,
  );
  if (!done) select(code);
  const word = done ? 'Copied' : 'Selected';
  say(word);
  button.textContent = word;
  setTimeout(() => {
    button.textContent = 'Copy';
  }, SHOWN_MS);
}

/** One listener for thousands of buttons. */
export const watchCopying = (): void =>
  document.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement && target.classList.contains('copy')) void copy(target);
  });
