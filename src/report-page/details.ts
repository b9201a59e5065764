/** Where somebody jumps to is open. */
function openTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  for (let parent = target?.parentElement; parent; parent = parent.parentElement)
    if (parent instanceof HTMLDetailsElement) parent.open = true;
}

/** On paper nothing can be opened. */
function openForPaper(): void {
  const closed = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const one of closed) one.open = true;
  addEventListener(
    'afterprint',
    () => {
      for (const one of closed) one.open = false;
    },
    { once: true },
  );
}

export function watchDetails(): void {
  addEventListener('hashchange', openTarget);
  addEventListener('beforeprint', openForPaper);
  openTarget();
}
