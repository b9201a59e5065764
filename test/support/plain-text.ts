import { renderTerminal } from '../../src/cli/terminal/render.ts';
import type { Document } from '../../src/core/report/outline/document.ts';

/** A document as one would read it, on lines that never wrap. */
export const plainText = (document: Document): string =>
  renderTerminal(document, { width: 10_000, colour: false, unicode: true });
