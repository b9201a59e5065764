/** The one script of a report. The page is complete without it: it copies, widens drawings, and opens what is closed before printing. */
import { watchCopying } from './copy.ts';
import { watchDetails } from './details.ts';
import { watchTimeLines } from './time-lines.ts';

document.documentElement.classList.add('js');
watchCopying();
watchDetails();
watchTimeLines();
