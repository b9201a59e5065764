import type { Places } from '../producer.ts';

/** Where attributes stand: beside the text of their element, below it, or below a key of their own. */
const attribute = (element: string, name: string): readonly string[] => [
  `${element}/attributes/${name}`,
  `${element}attributes/${name}`,
  `${element}/$/${name}`,
  `${element}/${name}`,
];
const text = (element: string): readonly string[] => [element, `${element}/text`, `${element}/value`, `${element}/`];

/** `System` of the schema of events, turned into JSON by any of the usual ways. @param base its folded path, with the slash behind it */
export const systemPlaces = (base: string): Places => ({
  eventId: text(`${base}eventid`),
  qualifiers: attribute(`${base}eventid`, 'qualifiers'),
  provider: attribute(`${base}provider`, 'name'),
  providerAlias: attribute(`${base}provider`, 'eventsourcename'),
  providerGuid: attribute(`${base}provider`, 'guid'),
  channel: text(`${base}channel`),
  host: text(`${base}computer`),
  level: text(`${base}level`),
  keywords: text(`${base}keywords`),
  time: [...attribute(`${base}timecreated`, 'systemtime'), `${base}timecreated`],
  recordId: text(`${base}eventrecordid`),
  version: text(`${base}version`),
  task: text(`${base}task`),
  opcode: text(`${base}opcode`),
  processId: attribute(`${base}execution`, 'processid'),
  threadId: attribute(`${base}execution`, 'threadid'),
  activityId: attribute(`${base}correlation`, 'activityid'),
  relatedActivityId: attribute(`${base}correlation`, 'relatedactivityid'),
  user: attribute(`${base}security`, 'userid'),
  userId: attribute(`${base}security`, 'userid'),
});
