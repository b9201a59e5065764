import type { InputTraits } from '../input/open-input.ts';
import type { Problem } from '../model/problems.ts';

/** Binary files and archives: none of them is ever a page. */
const IS_NO_PAGE = /\.(?:evtx?|zip|7z|rar|cab|gz|tgz|tar|bz2|xz|zst)$/i;

/** Why nothing was read of a source in which no event is. */
export const noEventsIn = (name: string, { isWebPage }: Pick<InputTraits, 'isWebPage'>): Problem => ({
  code: isWebPage && IS_NO_PAGE.test(name) ? 'input/web-page' : 'input/no-events',
  position: null,
  detail: null,
});
